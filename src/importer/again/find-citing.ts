import type { Change } from '../../core/regulation/imported.ts';
import type { Library } from '../../core/regulation/library.ts';

/**
 * What rests on the words of a handbook that an import has changed: check lists, decisions, conflicts and provisions of
 * other handbooks, a line each.
 */
export function findCiting(
  { handbooks, provisions, citedBy, decisions }: Pick<Library, 'handbooks' | 'provisions' | 'citedBy' | 'decisions'>,
  id: string,
  changes: readonly Change[],
): string[] {
  const source = handbooks.find((handbook) => handbook.id === id)?.source;
  const own = [...provisions.values()].filter(({ handbook }) => handbook === id);
  /** Rows of a table and lines of a list are cited by the provision that holds them. */
  const holders = new Map(own.flatMap((provision) => provision.units.map((unit) => [unit, provision.id] as const)));
  const changed = changes.filter(({ kind }) => kind === 'reworded' || kind === 'renumbered');
  const lines = changed.flatMap(({ anchor, old, new: now }) => {
    const cited = holders.get(`${source?.unitPrefix}${anchor}`) ?? `${id}:${anchor}`;
    const places = (citedBy.get(cited) ?? []).filter(({ url }) => !url.startsWith(`${id}/`)).map(({ label }) => label);
    const tools = decisions.filter((decision) => decision.provisions.includes(cited));
    const citing = [...places, ...tools.map(({ definition }) => `判断「${definition.title}」`)];
    const label = now?.label ?? old?.label ?? anchor;
    return citing.map((one) => `${label}（${cited}）: ${one}`);
  });
  return [...new Set(lines)];
}

/** What outside of a handbook rests on it: places that refer to its provisions or headings, and decisions; each once. */
export function findResting(
  { provisions, citedBy, decisions }: Pick<Library, 'provisions' | 'citedBy' | 'decisions'>,
  id: string,
): string[] {
  const isOwn = (cited: string) => cited.startsWith(`${id}:`);
  const places = [...citedBy].flatMap(([cited, citing]) =>
    isOwn(cited) ? citing.filter(({ url }) => !url.startsWith(`${id}/`)).map(({ label }) => label) : [],
  );
  const own = new Set([...provisions.keys()].filter(isOwn));
  const tools = decisions.filter((decision) => decision.provisions.some((one) => own.has(one)));
  return [...new Set([...places, ...tools.map(({ definition }) => `判断「${definition.title}」`)])];
}
