import { formPath } from '../../core/form/form-path.ts';
import { listJobForms } from '../../core/papers/job-forms.ts';
import { jobs } from '../../core/papers/jobs.ts';
import type { Library } from '../../core/regulation/library.ts';
import { indexPath, listViews } from '../../core/regulation/views.ts';
import { type Headword, placeRanks } from '../../core/word-index/entries.ts';

interface Tool {
  title: string;
  url: string;
  kind: string;
  asks: readonly string[];
}

/** Everything with a page of its own, by its title and by the names among the everyday words that it answers. */
export function listToolWords(library: Library, isName: (word: string) => boolean): Headword[] {
  return listTools(library).flatMap(({ title, url, kind, asks }) => [
    { word: title, places: [{ url, label: '', of: kind, rank: placeRanks.isTool }], see: [] },
    ...asks
      .filter((word) => word !== title && isShort(word) && isName(word))
      .map(
        (word): Headword => ({ word, places: [{ url, label: title, of: kind, rank: placeRanks.answers }], see: [] }),
      ),
  ]);
}

/** A word, and no sentence about one: 名札, 立入検査. */
function isShort(word: string): boolean {
  return [...word].length <= 8 && !word.includes('の');
}

function listTools(library: Library): Tool[] {
  const { decisions, checklists, checklistPlaces, forms, documents, handbooks } = library;
  const shorts = new Map(handbooks.map(({ id, source }) => [id, source.short]));
  const views = [{ url: 'glossary/', title: '用語' }, ...listViews(library).filter(({ url }) => url !== indexPath)];
  return [
    ...decisions.map(({ definition: { id, title }, asks }) => ({
      title,
      url: `decisions/${id}/`,
      kind: '判断',
      asks: asks.map(({ say }) => say),
    })),
    ...checklists.map(({ id, title }) => ({
      title,
      url: `checklists/${id}/`,
      kind: '確認リスト',
      asks: checklistPlaces.get(id)?.asks ?? [],
    })),
    ...forms.map((form) => {
      const kind = form.register ? '管理簿' : '様式';
      const short = form.handbook === undefined ? undefined : shorts.get(form.handbook);
      return {
        title: form.definition.title,
        url: formPath(form),
        kind: short === undefined ? kind : `${kind}（${short}）`,
        asks: form.asks,
      };
    }),
    ...documents.map(({ id, title }) => ({ title, url: `documents/${id}/`, kind: '文書の案', asks: [] })),
    ...jobs
      .filter((job) => listJobForms(library, job).length > 0)
      .map(({ id, title }) => ({ title, url: `papers/${id}/`, kind: '仕事', asks: [] })),
    ...handbooks.flatMap(({ pages, source }) => [
      ...pages.slice(0, 1).map(({ url }) => ({ title: source.title, url, kind: '規程', asks: [] })),
      ...(pages.length > 1
        ? pages.map(({ title, url }) => ({
            title: title.replace(/^[\d.]+\s*/, ''),
            url,
            kind: `章（${source.short}）`,
            asks: [],
          }))
        : []),
    ]),
    ...views.map(({ url, title }) => ({ title, url, kind: '一覧', asks: [] })),
  ];
}
