import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { reviewImport } from '../../src/core/regulation/import-review.ts';
import { guessNotice, listGuessedFacts } from '../../src/core/regulation/reading-guesses.ts';
import { describeImport } from '../../src/importer/describe-import.ts';
import { type UnderstoodDocument, understandDocument } from '../../src/importer/import-document.ts';
import type { Corrections } from '../../src/importer/model/correction.ts';
import { asShown, correctShown } from '../../src/importer/preview/correct-shown.ts';
import { toPreview } from '../../src/importer/preview/to-preview.ts';
import { isGuessed } from '../../src/ui/import/place-view.ts';
import { afterImport, emptyFolder, importTree } from '../support/import-regulation.ts';
import { withFolder } from '../support/with-folder.ts';

const text = `見本規程
（目的）
第１条　この規程は、帳票の扱いを定める。
（記録）
第２条　受付係は、次に掲げる事項を受付簿に記録する。
　一　氏名
　二　用件
　　ア　私用の別
２　前項の受付簿は、毎年4月に課長へ提出する。ただし、急ぐときは、口頭で足りる。
３　会計の帳票を棚に置く。
・　鍵は、守衛が預かる。
・　赤い札
第３条　次の表による。
附則
この規程は、令和9年4月1日から施行する。
様式第１号
年　　月　　日　申請者`;

const known = { roles: {}, records: {}, topics: { removal: '持ち出し' } };
const read = (words: string) => understandDocument({ name: '見本.txt', bytes: new TextEncoder().encode(words) }, known);

function importIt(
  { tree, fields, diagnostics }: UnderstoodDocument,
  existing = emptyFolder,
  corrections?: Corrections,
) {
  const inferred = Object.fromEntries(fields);
  const result = importTree(tree, existing, { inferred, diagnostics, ...(corrections && { corrections }) });
  const said = describeImport('見本.txt', 'rules', { ...result, tree })[1]?.lines[0] ?? '';
  return { folder: afterImport(existing, result), said: Number(/(\d+) か所/.exec(said)?.[1]) };
}

/** What the site of a folder says of the import. */
const withReview = (folder: ReadonlyMap<string, string>, check: (found: Awaited<ReturnType<typeof review>>) => void) =>
  withFolder(folder, async (root) => check(await review(root)));

async function review(root: string) {
  const library = await readLibrary(root, '/');
  const [handbook] = library.handbooks;
  if (!handbook) throw new Error('There is no handbook.');
  const marked = [...library.provisions.values()].filter((one) => listGuessedFacts(library, handbook, one).size > 0);
  return {
    ...reviewImport(library, handbook),
    marked,
    notice: guessNotice(library, handbook, handbook.pages),
    handbook,
  };
}

describe('how much of an import wants a look', () => {
  test('is one number at the command line, in the browser, in the record and in the review', async () => {
    const document = await read(text);
    const { folder, said } = importIt(document);
    const preview = toPreview(document);
    expect(said).toBeGreaterThan(3);
    expect(preview.places.filter(isGuessed)).toHaveLength(said);
    await withReview(folder, ({ guessed, groups, handbook, counts, marked, notice }) => {
      expect(guessed).toBe(said);
      expect(groups.flatMap(({ folds }) => folds).reduce((sum, fold) => sum + fold.guessed, 0)).toBe(said);
      const record = handbook.imported?.places ?? [];
      expect(record.filter((place) => place.guessed)).toHaveLength(said);
      expect(record.flatMap((place) => place.guessed ?? [])).toHaveLength(counts.guess);
      expect(marked.length).toBeGreaterThan(0);
      expect(notice).toContain('「推定」の印は');
    });
  });

  test('falls by each place that somebody finds right in the browser, and its page bears no mark any more', async () => {
    const document = await read(text);
    const before = importIt(document).said;
    const { places } = toPreview(document);
    const first = places.find(isGuessed);
    if (!first) throw new Error('Nothing is guessed.');
    const corrections = new Map([[first.anchor, asShown(first)]]);
    expect(isGuessed(correctShown(first, corrections.get(first.anchor)))).toBe(false);
    const { folder, said } = importIt(document, emptyFolder, corrections);
    expect(said).toBe(before - 1);
    await withReview(folder, ({ guessed, counts, marked }) => {
      expect(guessed).toBe(said);
      expect(counts.person).toBeGreaterThan(0);
      expect(marked.map(({ anchor }) => anchor)).not.toContain(first.anchor);
    });
    const all = new Map(places.filter(isGuessed).map((place) => [place.anchor, asShown(place)]));
    const done = importIt(document, emptyFolder, all);
    expect(done.said).toBe(0);
    await withReview(done.folder, ({ guessed, notice }) => expect([guessed, notice]).toEqual([0, '']));
  });

  test('stays as it is with the next edition, until the words of a place change', async () => {
    const document = await read(text);
    const places = toPreview(document).places.filter(isGuessed);
    const all = new Map(places.map((place) => [place.anchor, asShown(place)]));
    const { folder } = importIt(document, emptyFolder, all);
    expect(importIt(document, folder).said).toBe(0);
    const next = importIt(await read(text.replace('課長へ提出する', '部長へ提出する')), folder);
    expect(next.said).toBe(1);
    await withReview(next.folder, ({ guessed }) => expect(guessed).toBe(1));
  });
});
