import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readLibrary } from '../../../src/compiler/library.ts';
import { ChecklistFileSchema } from '../../../src/core/checklist/file-schema.ts';
import { describeImport } from '../../../src/importer/list/describe-import.ts';
import { type ImportedList, importList } from '../../../src/importer/list/import-list.ts';
import { stateNames } from '../../../src/importer/list/kind-names.ts';
import { readXlsx } from '../../../src/importer/list/read-xlsx.ts';
import { statusNames } from '../../../src/record/v1/checklist/statuses.ts';
import { withContent } from '../../support/content-folder.ts';
import { type CellSpec, makeXlsx, type SheetSpec } from '../../support/xlsx.ts';
import { otherSheets, sixtyRows } from './sixty-rows.ts';

const listPath = 'checklists/own.yaml';

function importSheets(
  sheets: readonly SheetSpec[],
  before: ReadonlyMap<string, string> = new Map(),
  more = {},
): ImportedList {
  return importList({ name: 'list.xlsx', bytes: makeXlsx(sheets), id: 'own', before, ...more });
}

/** A sheet of rows, its first cell in A1. */
function sheetOf(rows: readonly (readonly (CellSpec | undefined)[])[], more: Partial<SheetSpec> = {}): SheetSpec {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((cell, c): [string, CellSpec][] => (cell === undefined ? [] : [[`${'ABCDEFGHIJ'[c]}${r + 1}`, cell]])),
  );
  return { name: '表', cells: Object.fromEntries(cells), ...more };
}

function itemsOf({ file }: ImportedList) {
  return file.sections.flatMap(({ items }) => items);
}

describe('a list of 56 questions with every trap', () => {
  const imported = importSheets([sixtyRows, ...otherSheets]);

  test('becomes this file', async () => {
    await expect(imported.files.get(listPath)).toMatchFileSnapshot('sixty-rows.yaml');
  });

  test('what to look at is told with its place', () => {
    expect(describeImport(imported).join('\n')).toMatchInlineSnapshot(`
      "「委託先 情報管理 確認票（2026年度）」: シート「確認票」の 56 問、7 分類を読みました（版 1）。
      答え方: 実施状況（○×） 47、選択（1つ） 3、選択（いくつでも） 1、数 3、日付 1、文 1
      表の記号を、次の答えとして読みました:
        ○ → 実施、△ → 一部実施・予定、× → 未実施、－ → 対象外（42 問）
      そのまま選択肢にしたもの:
        入退室・端末・書類（1 問）
        毎月・四半期・毎年・していない（1 問）
        1・2・3・4・5（1 問）
        ある・ない・検討中（1 問）
      問いの文から答え方を決めたもの: No.1-3 日付、No.1-7 文
      回答の欄に選び方がないので、実施状況（○×）にしたもの: 5 問
      見直すところ（直すのは checklists/own.yaml。もう一度取り込んでも残ります）:
        確認票!A3: 表の上の「会社名：＿＿＿＿＿＿」は、載せていません。
        確認票!A8: 番号が Excel で日付になっています。「1-2」と読みました。違うときは、セルを文字列にして入れ直してください。
        確認票!D65: 65 行目は隠れているので、読んでいません。要るときは表示してから取り込んでください。
        確認票!G66: Excel の計算がエラーになっています。元のファイルを直して、取り込み直してください。
        確認票!D60: 注記を、すぐ上の問い（D59）の補足に入れました。
        確認票!A69: 注記を、リスト全体の補足に入れました。
        確認票!D58: D58 の問いには番号がないので、「6-1①」としました。
        確認票!D59: D59 の問いには番号がないので、「6-1②」としました。
        確認票!H5: 「回答者」の列（2 行）は、読んでいません。要るときは、見出しを「備考」か「証跡」にしてください。
        旧版: シート「旧版」（1 問、非表示）は、読んでいません。--sheet "旧版" --id で、別のリストにできます。"
    `);
  });

  test('no letter of a question is lost or changed, and none comes from elsewhere', () => {
    const shown = Object.entries(sixtyRows.cells).flatMap(([address, cell]) => {
      if (!address.startsWith('D') || cell === '隠した問い') return [];
      if (typeof cell === 'string') return [cell];
      if (typeof cell !== 'object') return [];
      if ('rich' in cell) return [cell.rich.join('')];
      return 'inline' in cell ? [cell.inline] : 'text' in cell ? [cell.text] : [];
    });
    const questions = shown.filter((text) => text !== '確認項目' && !text.startsWith('※'));
    expect(
      itemsOf(imported)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(questions.sort());
    expect(questions).toHaveLength(56);
  });

  test('is a sound list of a content folder that cites nothing', async () => {
    const more = Object.fromEntries(imported.files);
    const library = await withContent({}, (root) => readLibrary(root, '/'), more);
    const list = library.checklists.find(({ id }) => id === 'own');
    expect(list?.notice).toBe('※ この票は、委託元の指示があったときに提出する。');
    expect(list?.sections.flatMap(({ items }) => items)).toHaveLength(56);
  });

  test('is the same file for the same bytes, and unchanged when it is imported again', () => {
    const again = importSheets([sixtyRows, ...otherSheets], imported.files);
    expect(again.files).toEqual(imported.files);
    expect(again.changes).toEqual([]);
  });

  test('its cells are read as another reader reads them', async () => {
    const bytes = makeXlsx([sixtyRows]);
    const [{ data } = { data: [] }] = await readXlsxFile(new Blob([new Uint8Array(bytes)]));
    const [sheet] = readXlsx(bytes);
    let count = 0;
    for (const [r, row] of data.entries()) {
      for (const [c, value] of row.entries()) {
        // The other one shows no errors, and keeps no form of a date.
        if (typeof value !== 'string') continue;
        count++;
        expect(sheet?.rows.get(r + 1)?.get(c + 1)?.text).toBe(value);
      }
    }
    expect(count).toBeGreaterThan(100);
  });
});

describe('a second import', () => {
  const head = ['No.', '確認項目', '回答', '補足', '証跡'];
  const first = importSheets([
    sheetOf([
      head,
      [1, '鍵を掛けている。'],
      [2, '来訪者の名前を記録している。'],
      [3, '書類を細断している。', '○／×', '古い補足'],
    ]),
  ]);
  const edited = new Map([...first.files]).set(
    listPath,
    (first.files.get(listPath) ?? '')
      .replace('      - id: q-2\n', '      # 総務から聞いた\n      - id: q-2\n')
      .replace(
        'text: 来訪者の名前を記録している。',
        'text: 来訪者の名前を記録している。 # 受付\n        answer: { kind: one, options: [はい, いいえ] }\n        citations: [client:a1-i1]',
      ),
  );
  const second = importSheets(
    [
      sheetOf([
        head,
        [1, '端末を持ち出すときに申請している。'],
        [2, '鍵を掛けている。'],
        [3, '来訪者の名前と時刻を記録している。'],
        [4, '書類を細断している。', '○／×', '新しい補足'],
      ]),
    ],
    edited,
  );

  test('ids follow the words, and a retired one is never given again', () => {
    expect(itemsOf(second).map(({ id, number }) => [number, id])).toEqual([
      [1, expect.stringMatching(/^q-[0-9a-f]{10}$/)],
      [2, 'q-1'],
      [3, 'q-2'],
      [4, 'q-3'],
    ]);
    const third = importSheets(
      [sheetOf([head, [1, '鍵を掛けている。'], [3, 'まったく別のことを尋ねる。']])],
      second.files,
    );
    expect(third.file.retired).toContain('q-3');
    expect(itemsOf(third).map(({ id }) => id)).not.toContain('q-3');
    expect(third.changes.map(({ kind }) => kind)).toContain('removed');
  });

  test('what a person has put right stays, comments included; what the file alone has changed is taken', () => {
    const text = second.files.get(listPath);
    expect(text).toContain('# 総務から聞いた');
    const visitors = itemsOf(second).find(({ id }) => id === 'q-2');
    expect(visitors).toMatchObject({
      text: '来訪者の名前と時刻を記録している。',
      answer: { kind: 'one', options: ['はい', 'いいえ'] },
      citations: ['client:a1-i1'],
    });
    expect(itemsOf(second).find(({ id }) => id === 'q-3')?.guidance).toBe('新しい補足');
    expect(ChecklistFileSchema.parse(parse(text ?? ''))).toEqual(JSON.parse(JSON.stringify(second.file)));
  });

  test('says what has changed, and keeps the version that nobody has answered', () => {
    expect(second.file.version).toBe(1);
    expect(describeImport(second).join('\n')).toMatchInlineSnapshot(`
      "「list」: シート「表」の 4 問、1 分類を読みました（版 1 のまま。まだ公開していない版です）。
      答え方: 実施状況（○×） 3、選択（1つ） 1
      表の記号を、次の答えとして読みました:
        ○ → 実施、× → 未実施（1 問。頁では「一部実施・予定」「対象外」も選べます）
      そのまま選択肢にしたもの:
        はい・いいえ（1 問）
      回答の欄に選び方がないので、実施状況（○×）にしたもの: 2 問
      リストで直してあった答え方を残したもの: No.3 選択（はい・いいえ）
      リストで変わったところ:
        増えた　No.1 端末を持ち出すときに申請している。
        番号が変わった　No.1 → No.2
        文が変わった　No.3 来訪者の名前と時刻を記録している。（前: 来訪者の名前を記録している。）
        番号が変わった　No.2 → No.3
        番号が変わった　No.3 → No.4"
    `);
  });

  test('raises the version that was published, and no other', () => {
    const line = (list: string, version: number) => `checklist ${list} ${version} ${'0'.repeat(64)}\n`;
    const now = [sheetOf([head, [1, '窓も閉めている。']])];
    const raised = importSheets(now, new Map([...edited, ['versions.lock', line('own', 1)]]));
    expect(raised.file.version).toBe(2);
    expect(describeImport(raised)[0]).toContain('公開した問いが変わったので、版を 1 から 2 に上げました');
    const again = [sheetOf([head, [1, '窓も扉も閉めている。']])];
    const unpublished = new Map([...raised.files, ['versions.lock', line('own', 1)]]);
    expect(importSheets(again, unpublished).file.version).toBe(2);
    expect(importSheets(again, new Map([...unpublished, ['versions.lock', line('own', 2)]])).file.version).toBe(3);
    expect(importSheets(now, new Map([...edited, ['versions.lock', line('other', 1)]])).file.version).toBe(1);
    // The same questions again, published or not, are the same version.
    expect(importSheets(now, new Map([...raised.files, ['versions.lock', line('own', 2)]])).file.version).toBe(2);
  });

  test('other guidance alone is the same version', () => {
    const again = importSheets(
      [
        sheetOf([
          head,
          [1, '鍵を掛けている。', undefined, '目安'],
          [2, '来訪者の名前を記録している。'],
          [3, '書類を細断している。', '○／×', '別'],
        ]),
      ],
      first.files,
    );
    expect(again.file.version).toBe(1);
    expect(itemsOf(again)[0]?.guidance).toBe('目安');
  });

  describe('of a list in which a person has put answers right', () => {
    const rule = { validations: [{ at: 'C2:C6', formula: '"○,△,×"' }] };
    const sheet = (last: string) =>
      sheetOf(
        [
          head,
          [1, '鍵を掛けている。'],
          [2, '担当者は何人ですか。'],
          [3, '控えの保存期間'],
          [4, '連絡先を掲示している。'],
          [5, last],
        ],
        rule,
      );
    const first = importSheets([sheet('机を片付けている。')]);
    const text = (first.files.get(listPath) ?? '')
      // 3: the doubt is settled; 2: the answer that was found goes.
      .replace('text: 控えの保存期間', 'text: 控えの保存期間\n        answer: { kind: number, unit: 年 }')
      .replace('\n        answer: { kind: number, unit: 人 }', '');
    const again = importSheets([sheet('棚も片付けている。')], new Map([...first.files, [listPath, text]]));

    test('keeps them, and says of no answer what the list does not say', () => {
      expect(first.diagnostics.map(({ kind }) => kind)).toEqual(['question-first', 'asks-otherwise']);
      expect(itemsOf(again).map(({ answer }) => answer)).toEqual([
        undefined,
        undefined,
        { kind: 'number', unit: '年' },
        undefined,
        undefined,
      ]);
      expect(describeImport(again).join('\n')).toMatchInlineSnapshot(`
        "「list」: シート「表」の 5 問、1 分類を読みました（版 1 のまま。まだ公開していない版です）。
        答え方: 実施状況（○×） 4、数 1
        表の記号を、次の答えとして読みました:
          ○ → 実施、△ → 一部実施・予定、× → 未実施（3 問。頁では「対象外」も選べます）
        リストで直してあった答え方を残したもの: No.2 実施状況（○×）、No.3 数（年）
        リストで変わったところ:
          文が変わった　No.5 棚も片付けている。（前: 机を片付けている。）"
      `);
    });

    test('a third time too, and tells where the sheet has changed its own', () => {
      const third = importSheets(
        [{ ...sheet('棚も片付けている。'), ...{ validations: [{ at: 'C4', formula: '"1年,3年"' }] } }],
        again.files,
      );
      expect(itemsOf(third)[2]?.answer).toEqual({ kind: 'number', unit: '年' });
      expect(third.diagnostics.map(({ message }) => message)).toContain(
        'No.3: 答え方は、リストで直したものを残しました。ファイルでは変わっています。',
      );
    });
  });

  test('a list that a person has broken is left alone', () => {
    const broken = new Map([[listPath, 'id: own\nversion: one\n']]);
    expect(() => importSheets([sheetOf([head, [1, '鍵を掛けている。']])], broken)).toThrow(
      'checklists/own.yaml に誤りがある',
    );
  });
});

describe('numbers', () => {
  const head = ['番号', '区分', '質問'];
  test.each([
    [
      'none: they are counted',
      [
        ['分類', '質問', '回答'],
        ['A', '甲か。'],
        [undefined, '乙か。'],
      ],
      [1, 2],
    ],
    [
      'of each category: its place stands before',
      [head, [1, 'い', '甲か。'], [2, undefined, '乙か。'], [1, 'ろ', '丙か。']],
      ['1-1', '1-2', '2-1'],
    ],
    [
      'as printed',
      [head, ['(5)', 'い', '甲か。'], ['A3', undefined, '乙か。'], ['問7', undefined, '丙か。']],
      ['(5)', 'A3', '問7'],
    ],
    ['twice', [head, ['1', 'い', '甲か。'], ['1', undefined, '乙か。']], [1, '1(2)']],
    [
      'merged over several questions',
      [head, [1, 'い', '甲か。'], [undefined, undefined, '乙か。'], [2, undefined, '丙か。']],
      [1, '1(1)', 2],
    ],
    [
      'shown with decimals',
      [head, [{ serial: 1.1, format: '0.0' }, 'い', '甲か。'], [{ serial: 1.1, format: '0.00' }, undefined, '乙か。']],
      ['1.1', '1.10'],
    ],
  ] as [string, (CellSpec | undefined)[][], (number | string)[]][])('%s', (_, rows, numbers) => {
    const imported = importSheets([sheetOf(rows)]);
    expect(itemsOf(imported).map(({ number }) => number)).toEqual(numbers);
    expect(new Set(itemsOf(imported).map(({ id }) => id)).size).toBe(numbers.length);
  });
});

describe('a CSV file', () => {
  const text =
    '"No.",カテゴリー,設問,回答\r\n1,体制,"責任者は、\n""決まっていますか。""",はい・いいえ\r\n2,,パソコンの台数,（　）台\r\n';
  /** The same in Shift_JIS, as Excel writes it: made with iconv. */
  const shiftJis =
    'Ik5vLiIsg0qDZYNTg4qBWyyQ3ZbiLInxk5oNCjEskcyQpywikNOUQ47Sgs2BQQoiIoyIgtyCwYLEgqKC3IK3gqmBQiIiIiyCzYKigUWCooKigqYNCjIsLINwg1yDUoOTgsyR5JCULIFpgUCBapHkDQo=';
  const kinds = [
    { kind: 'one', options: ['はい', 'いいえ'] },
    { kind: 'number', unit: '台' },
  ];
  test.each([
    ['UTF-8', strToU8(text)],
    ['UTF-8 with its mark', strToU8(`\uFEFF${text}`)],
    ['parted by tabs', strToU8(text.replaceAll('","', '"\t"').replace(/^.*$/gm, (line) => line.replaceAll(',', '\t')))],
  ])('%s', (_, bytes) => {
    const imported = importList({ name: '質問.csv', bytes, id: 'own', before: new Map() });
    expect(itemsOf(imported).map(({ text }) => text)).toEqual(['責任者は、\n"決まっていますか。"', 'パソコンの台数']);
    expect(itemsOf(imported).map(({ answer }) => answer)).toEqual(kinds);
    expect(imported.file.title).toBe('質問');
  });

  test('Shift_JIS', () => {
    const bytes = new Uint8Array(Buffer.from(shiftJis, 'base64'));
    const imported = importList({ name: '質問.csv', bytes, id: 'own', before: new Map() });
    expect(itemsOf(imported)).toHaveLength(2);
    expect(imported.file.sections[0]?.title).toBe('体制');
  });
});

describe('a file that is refused', () => {
  const cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>No.</t></is></c></row>';
  const sheetXml = (data: string, before = '') =>
    `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;
  const withSheet = (xml: string) => makeXlsx([sheetOf([['No.']])], { 'xl/worksheets/sheet1.xml': xml });
  const bomb = () => zipSync({ 'xl/workbook.xml': new Uint8Array(5 * 1024 * 1024) }, { level: 9 });

  test.each([
    ['a bomb', /大きすぎる/, bomb],
    [
      'entities from outside',
      /DOCTYPE/,
      () => withSheet(sheetXml(cells, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
    ],
    [
      'a cell at the far end of the sheet',
      /シートが大きすぎる/,
      () => withSheet(sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    ],
    [
      '100,000 merged areas',
      /シートが大きすぎる/,
      () =>
        withSheet(
          sheetXml(cells).replace(
            '</worksheet>',
            `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(100_000)}</mergeCells></worksheet>`,
          ),
        ),
    ],
    [
      'elements in one another',
      /入れ子が深すぎる/,
      () => withSheet(sheetXml(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)),
    ],
    ['half a file', /ください。/, () => makeXlsx([sixtyRows]).slice(0, 2000)],
    ['a Word file', /Excel のブック（.xlsx）ではありません/, () => zipSync({ 'word/document.xml': strToU8('<w/>') })],
    [
      'an old .xls',
      /ください。/,
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
    ],
    ['no table', /問いの表が見つかりません/, () => makeXlsx([sheetOf([['お知らせ'], ['あしたは休みです。']])])],
    [
      '1,001 questions',
      /1,001|1001 問/,
      () =>
        makeXlsx([
          sheetOf([['No.', '質問'], ...Array.from({ length: 1001 }, (_, index) => [index + 1, `問い${index}か。`])]),
        ]),
    ],
  ])('%s', (_, words, make) => {
    const bytes = make();
    const start = performance.now();
    let message = '';
    try {
      importList({ name: 'list.xlsx', bytes, id: 'own', before: new Map() });
    } catch (fault) {
      expect(fault).toMatchObject({ name: 'ImportError' });
      message = fault instanceof Error ? fault.message : '';
    }
    expect(message).toMatch(words);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('an unknown sheet, with the names of those there are', () => {
    expect(() => importSheets([sixtyRows, ...otherSheets], new Map(), { sheet: '表紙' })).toThrow(
      '「確認票」「選択肢」「記入要領」「旧版」',
    );
  });
});

describe('marks of the sheet', () => {
  test.each([
    ['○,△,×,－', { '○': '実施', '△': '一部実施・予定', '×': '未実施', '－': '対象外' }],
    ['済,未', { 済: '実施', 未: '未実施' }],
    [
      '実施済,対応予定,未実施,該当なし',
      { 実施済: '実施', 対応予定: '一部実施・予定', 未実施: '未実施', 該当なし: '対象外' },
    ],
    ['はい,いいえ,該当なし', undefined],
  ])('%s: what they were taken for stands in the record and is said', (marks, states) => {
    const list = sheetOf(
      [
        ['No.', '質問', '回答'],
        [1, '鍵を掛けている。'],
      ],
      {
        validations: [{ at: 'C2', formula: `"${marks}"` }],
      },
    );
    const imported = importSheets([list]);
    expect(parse(imported.files.get('imports/lists/own.yaml') ?? '').marks).toEqual(states);
    const said = describeImport(imported).join('\n');
    for (const [mark, state] of Object.entries(states ?? {})) expect(said).toContain(`${mark} → ${state}`);
    if (!states) expect(said).toContain('そのまま選択肢にしたもの:\n  はい・いいえ・該当なし（1 問）');
  });

  test('the states are called as on the pages', () => {
    const { unanswered: _, ...names } = statusNames;
    expect(stateNames).toEqual(names);
  });
});

test('a sheet that is named is read, hidden or not', () => {
  const imported = importSheets([sixtyRows, ...otherSheets], new Map(), { sheet: '旧版', title: '古い票' });
  expect(imported.file.title).toBe('古い票');
  expect(itemsOf(imported)).toMatchObject([
    { text: '鍵を掛けていますか。', answer: { kind: 'one', options: ['はい', 'いいえ'] } },
  ]);
});

test('options on another sheet come as Excel extends its format for them', () => {
  const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
  const extension = `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${x14}"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>候補!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>C2:C3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`;
  const sheets = [
    sheetOf([
      ['No', '質問', '回答'],
      [1, '再委託はあるか。'],
    ]),
    { name: '候補', cells: { A1: '有', A2: '無' } },
  ];
  const plain = strFromU8(unzipSync(makeXlsx(sheets))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const bytes = makeXlsx(sheets, { 'xl/worksheets/sheet1.xml': plain.replace('</worksheet>', extension) });
  const imported = importList({ name: 'list.xlsx', bytes, id: 'own', before: new Map() });
  expect(itemsOf(imported)[0]?.answer).toEqual({ kind: 'one', options: ['有', '無'] });
});
