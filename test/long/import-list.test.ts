import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ChecklistFileSchema } from '../../src/core/checklist/file-schema.ts';
import { importList, listPaths } from '../../src/importer/list/import-list.ts';
import { ImportError } from '../../src/importer/model/block.ts';
import { type CellSpec, makeXlsx, type SheetSpec } from '../support/xlsx.ts';

const cases = 10_000;
const words = [
  ...[
    'No.',
    '番号',
    '分類',
    '大項目',
    '確認項目',
    '質問',
    '回答',
    '証跡',
    '備考',
    '選択肢',
    '単位',
    '回答形式',
    '担当',
  ],
  ...[
    '1',
    '1-1',
    '①',
    '(1)',
    'ア',
    '第1章 体制',
    '■ 物',
    '※ 注記',
    '例',
    '鍵を掛けている。',
    '何人ですか。',
    'いつですか。',
  ],
  ...[
    '○・×',
    'はい／いいえ',
    '□甲 □乙',
    '1〜5',
    '（　）人',
    '年　月　日',
    '甲\n乙',
    '# 見出し',
    '- 項',
    'a: b',
    '"',
    "'",
    '{x}',
    '[y]',
  ],
  ...[
    '𠮷野家',
    '👩‍👩‍👧',
    'é',
    '\u202e逆',
    'null',
    'true',
    '2026-01-01',
    '~',
    '%',
    '|',
    '>',
    '&a',
    '*a',
    '!t',
    ' ',
    '0',
    '1e5',
  ],
];

/** The same numbers for the same seed (a linear congruential generator). */
function createRandom(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

function makeSheet(seed: number): SheetSpec {
  const random = createRandom(seed);
  const cells: Record<string, CellSpec> = {};
  const [rows, columns] = [2 + random(12), 2 + random(6)];
  const word = () => words[random(words.length)] ?? '';
  for (let row = 1; row <= rows; row++) {
    for (let column = 0; column < columns; column++) {
      const chance = random(10);
      const at = `${'ABCDEFGH'[column]}${row}`;
      if (chance < 6) cells[at] = word() + (random(3) === 0 ? word() : '');
      else if (chance === 6) cells[at] = random(50);
      else if (chance === 7) cells[at] = { serial: 46000 + random(99), format: random(2) ? 'm-d' : 'yyyy/m/d' };
    }
  }
  // Mostly a table is found: its head is put there.
  if (random(4) > 0)
    for (const [place, head] of ['No.', '分類', '確認項目', '回答', '備考'].slice(0, columns).entries())
      cells[`${'ABCDE'[place]}1`] = head;
  const merges = random(3) === 0 ? [`A2:A${2 + random(3)}`, `B2:C${2 + random(2)}`] : [];
  return { name: '表', cells, merges };
}

test('any sheet becomes a list whose file reads back as it is, or is refused in words', () => {
  let [read, refused] = [0, 0];
  for (let seed = 0; seed < cases; seed++) {
    const bytes = makeXlsx([makeSheet(seed)]);
    try {
      const given = { name: 'list.xlsx', bytes, id: 'own' };
      const { files, file } = importList({ ...given, before: new Map() });
      const text = files.get(listPaths('own').list) ?? '';
      expect(ChecklistFileSchema.parse(parse(text)), `seed ${seed}`).toEqual(JSON.parse(JSON.stringify(file)));
      const items = file.sections.flatMap((section) => section.items);
      for (const key of ['id', 'number'] as const)
        expect(new Set(items.map((item) => String(item[key]))).size, `seed ${seed}`).toBe(items.length);
      const again = importList({ ...given, before: files });
      expect(again.files, `seed ${seed}`).toEqual(files);
      expect(again.changes, `seed ${seed}`).toEqual([]);
      read++;
    } catch (fault) {
      if (!(fault instanceof ImportError)) throw new Error(`seed ${seed}`, { cause: fault });
      refused++;
    }
  }
  expect(read).toBeGreaterThan(refused);
  expect(read + refused).toBe(cases);
});
