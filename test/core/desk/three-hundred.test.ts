import { describe, expect, test } from 'vitest';
import { mergeDesks, readDesk, type StoredDesk, writeDesk } from '../../../src/core/desk/desk-file.ts';
import { countRows } from '../../../src/core/desk/pick-rows.ts';
import { listUnplaced, toTable } from '../../../src/core/desk/table.ts';
import { toDesk } from '../../../src/core/desk/to-desk.ts';
import { hashText } from '../../../src/core/desk/to-id.ts';
import { sha256 } from '../../support/record.ts';
import { today } from './fixture.ts';
import { beginDesk, type Expected, generate, lists, randomOf, sayAll, shuffle, takeFiles } from './generate.ts';

/** The tables of all campaigns as the generator's book writes them. */
function tablesOf(stored: StoredDesk): Map<string, Expected[]> {
  const desk = toDesk(stored.entries, stored.kept);
  const names = new Map(generatedNames.map((name) => [hashText(name, sha256), name]));
  return new Map(
    desk.campaigns.map((campaign) => [
      campaign.id,
      toTable(desk, campaign, { today }).map(({ kind, name, shown, others, reasons }) => ({
        kind,
        // Of a file that came twice either name is right.
        name: name.replace(/^写し |\.pdf$/g, ''),
        shown: names.get(shown?.id ?? '') ?? '',
        others: others.map(({ id }) => names.get(id) ?? '').sort(),
        reason: reasons.filter((reason) => reason !== 'late')[0] ?? '',
      })),
    ]),
  );
}

const sort = (rows: readonly Expected[]) =>
  rows
    .map((row) => ({ ...row, others: [...row.others].sort() }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const generated = generate(20261130);
const generatedNames = generated.sittings.flat().map(({ name }) => name.replace(/^写し /, '').replace(/\.pdf$/, ''));

/** One person takes all. */
const whole = sayAll(
  generated.sittings.reduce(
    (desk, files, minute) => takeFiles(desk, files, { minute, by: '見本花子' }),
    beginDesk(generated),
  ),
  generated.said,
);

describe('300 files of 60 companies in three sittings', () => {
  test('are 300, and 280 different ones', () => {
    expect([generatedNames.length, new Set(generatedNames).size]).toEqual([300, 280]);
  });

  test.each(lists)('each row of %s is as the generator knows it', (list) => {
    expect(sort(tablesOf(whole).get(list) ?? [])).toEqual(sort(generated.expected.get(list) ?? []));
  });

  test('未提出 is exact', () => {
    for (const list of lists) {
      const missing = (rows: readonly Expected[] = []) =>
        rows.flatMap(({ kind, name }) => (kind === 'missing' ? [name] : [])).sort();
      expect(missing(tablesOf(whole).get(list))).toEqual(missing(generated.expected.get(list)));
    }
  });

  test('nobody and nothing is lost: each file is in one row', () => {
    const rows = [...tablesOf(whole).values()].flat();
    const found = rows.flatMap(({ shown, others }) => [...(shown === '' ? [] : [shown]), ...others]);
    expect(found.sort()).toEqual([...new Set(generatedNames)].sort());
    expect(listUnplaced(toDesk(whole.entries, whole.kept))).toEqual([]);
  });

  test('the rows come in the order of the kinds', () => {
    const desk = toDesk(whole.entries, whole.kept);
    const [campaign] = desk.campaigns;
    if (!campaign) throw new Error('No campaign.');
    const rows = toTable(desk, campaign, { today });
    const counts = countRows(rows);
    const kinds = Object.entries(counts).flatMap(([kind, count]) => Array<string>(count).fill(kind));
    expect(rows.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('two desks that took half each', () => {
  const random = randomOf(7);
  const all = shuffle(generated.sittings.flat(), random);
  // Some came to both.
  const half = (files: typeof all, minute: number, by: string) =>
    [...Array(3).keys()].reduce(
      (desk, part) =>
        takeFiles(
          desk,
          files.filter((_, index) => index % 3 === part),
          { minute: minute + part, by },
        ),
      beginDesk(generated),
    );
  const one = half(all.slice(0, 170), 10, '見本花子');
  const other = half(all.slice(130), 20, '見本次郎');
  const third = takeFiles(beginDesk(generated), all.slice(100, 200), { minute: 30, by: '見本三郎' });

  test('are, put together in any order and as often as one likes, one desk that took all', () => {
    const orders = [
      [one, other],
      [other, one],
      [third, one, other],
      [other, third, one, other],
      [one, third, other, one],
    ];
    const merged = orders.map((desks) => desks.reduce(mergeDesks));
    const [first = '', ...rest] = merged.map((desk) => writeDesk(desk));
    // The third only has what the others have, but another time and name of it.
    expect(rest.slice(0, 1)).toEqual([first]);
    expect(rest[2]).toBe(rest[1]);
    expect(rest[3]).toBe(rest[1]);
    for (const desk of merged) expect([...tablesOf(sayAll(desk, generated.said))]).toEqual([...tablesOf(whole)]);
  });

  test('come back out of a backup as they were', () => {
    const text = writeDesk(one) ?? '';
    const read = readDesk(text, sha256);
    expect(read.ok && writeDesk(read.desk)).toBe(text);
    expect(read.ok && [...tablesOf(read.desk)]).toEqual([...tablesOf(one)]);
  });
});
