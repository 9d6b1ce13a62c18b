import type { ShowView } from './desk-context.ts';

/** A view of the desk: its address, its name, and how its code comes. */
export interface DeskView {
  /** Stands in the address, `#improvements`. */
  id: string;
  /** Japanese: what stands on its tab. */
  name: string;
  /** The module, which exports `show`. */
  load(): Promise<{ show: ShowView }>;
}

/** The views in order of their tabs; the first is shown where the address names none. One with words or tables of its own has its templates in DeskTemplates.astro. */
export const deskViews: readonly DeskView[] = [
  { id: 'list', name: '一覧', load: () => import('./desk-list.ts') },
  { id: 'matrix', name: 'マトリクス', load: () => import('./desk-matrix.ts') },
  { id: 'improvements', name: '改善一覧', load: () => import('./improvements.ts') },
  { id: 'last-year', name: '昨年と比べる', load: () => import('./last-year.ts') },
  { id: 'letters', name: '文書', load: () => import('./letters.ts') },
  { id: 'evaluation', name: '評価', load: () => import('./evaluation.ts') },
];
