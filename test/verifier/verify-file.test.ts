import { describe, expect, test } from 'vitest';
import { type KiteiFile, toKiteiJson } from '../../src/record/kitei-file.ts';
import type { ChecklistAnswers } from '../../src/record/v1/checklist/answers.ts';
import type { SummaryDocument } from '../../src/record/v1/summary/summary-document.ts';
import { currentVersion } from '../../src/record/versions.ts';
import { listMismatchReasons, type MismatchReason } from '../../src/verifier/mismatches.ts';
import { isAccepted } from '../../src/verifier/verdict.ts';
import { answer, changed, definition, filled } from '../record/v1/checklist/fixture.ts';
import { toFile } from '../support/record.ts';
import { editing, type PdfParts } from './support/edit-pdf.ts';
import { examine, type Forgery, makeData, makeSigned } from './support/make-file.ts';

const data = makeData();
const offline = { loadFont: () => Promise.reject(new Error('No connection.')) };
const reached = new Set<string>();

/** The data with every answer in the state 実施. */
const better: ChecklistAnswers = {
  ...filled,
  items: { ...filled.items, rules: answer(2, { status: 'done' }), pledge: answer(7, { status: 'done' }) },
};

function jsonOf(file: KiteiFile): Uint8Array {
  return new TextEncoder().encode(toKiteiJson(file));
}

/** Edits the content of the first page. */
function drawing(from: string | RegExp, to: string): Forgery {
  return { change: editing((parts) => parts.editStream(parts.page().content, from, to)) };
}

/** Puts lines before the first footer of the first page: after everything else. */
function adding(...lines: string[]): Forgery {
  return drawing(/(?=\/Artifact BMC\nBT \/F14 7\.5 Tf)/, `/Artifact BMC\n${lines.join('\n')}\nEMC\n`);
}

/** Edits any object that a pattern finds. */
function object(pattern: RegExp, from: string | RegExp, to: string): Forgery {
  return { change: editing((parts) => parts.edit(parts.find(pattern), from, to)) };
}

/** Exchanges what stands at two places of a page. */
function swapping(one: string, other: string): Forgery {
  const swap = (parts: PdfParts) => {
    const { content } = parts.page();
    parts.editStream(content, one, '?');
    parts.editStream(content, other, one);
    parts.editStream(content, '?', other);
  };
  return { change: editing(swap) };
}

/** The code of a text in a file's font. */
function codeOf(parts: PdfParts, text: string): number {
  const map = parts.stream(Number(/\/ToUnicode (\d+)/.exec(parts.objects.get(parts.find(/\/ToUnicode/)) ?? '')?.[1]));
  const unit = text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return Number.parseInt(new RegExp(`<([0-9A-F]{4})> <${unit}>`).exec(map)?.[1] ?? '', 16);
}

/** Exchanges what two codes say, and leaves what they show. */
const lyingText = editing((parts) => {
  const number = Number(/\/ToUnicode (\d+)/.exec(parts.objects.get(parts.find(/\/ToUnicode/)) ?? '')?.[1]);
  const [one, other] = [codeOf(parts, '○'), codeOf(parts, '×')].map((code) =>
    code.toString(16).toUpperCase().padStart(4, '0'),
  );
  parts.editStream(number, `<${one}> <25CB>`, `<${one}> <00D7>`);
  parts.editStream(number, `<${other}> <00D7>`, `<${other}> <25CB>`);
});

/** Exchanges what two codes show, and leaves what they say. */
const swappedGlyphs = editing((parts) => {
  const number = Number(/\/CIDToGIDMap (\d+)/.exec(parts.objects.get(parts.find(/\/CIDToGIDMap/)) ?? '')?.[1]);
  const map = [...(parts.stream(number).match(/[\s\S]{2}/g) ?? [])];
  const [one, other] = [codeOf(parts, '○'), codeOf(parts, '×')];
  [map[one], map[other]] = [map[other] ?? '', map[one] ?? ''];
  parts.setStream(number, map.join(''));
});

/** Turns the outline of some glyph by one unit. */
const changedOutline = editing((parts) => {
  const number = Number(/\/FontFile2 (\d+)/.exec(parts.objects.get(parts.find(/\/FontFile2/)) ?? '')?.[1]);
  const file = parts.stream(number);
  parts.setStream(number, `${file.slice(0, 2000)}${file[2000] === 'a' ? 'b' : 'a'}${file.slice(2001)}`);
});

const extraPage = editing((parts) => {
  const { page } = parts.page(1);
  const copy = parts.add((parts.objects.get(page) ?? '').replace(/\nendobj\n$/, ''));
  parts.edit(parts.find(/\/Type \/Pages/), /\/Kids \[(.*?)\]/, `/Kids [3 0 R 5 0 R ${copy} 0 R ]`);
  parts.edit(parts.find(/\/Type \/Pages/), '/Count 2', '/Count 3');
});

const image = editing((parts) => {
  const picture =
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>';
  const number = parts.add(`${picture}\nstream\n\xff\nendstream`);
  const resources = parts.find(/\/ProcSet/);
  parts.objects.set(
    resources,
    (parts.objects.get(resources) ?? '').replace(/\/XObject <<[\s\S]*?>>/, `/XObject << /I1 ${number} 0 R >>`),
  );
  parts.editStream(parts.page().content, /$/, '\nq 500 0 0 200 50 250 cm /I1 Do Q\n');
});

const white = '1 1 1 rg 262 276 100 60 re f';

/** Data that contradict themselves, signed with a valid key. */
const contradictions: [MismatchReason, string, () => Forgery][] = [
  [
    'summary',
    'another state in the summary',
    () => bothWays((summary) => changed(summary, '× 一部実施・予定', '○ 実施')),
  ],
  [
    'summary',
    'a row without its mark',
    () => bothWays((summary) => changed(summary, '"weight":"attention"', '"weight":"plain"')),
  ],
  ['summary', 'a column a little narrower', () => bothWays((summary) => changed(summary, '0.36', '0.35'))],
  ['summary', 'another notice', () => bothWays((summary) => changed(summary, '正文ではありません', '正文です'))],
  [
    'summary',
    'another text in the definition',
    () => {
      const template = changed(definition, '規程を整えている', '規程を整えていない');
      return { attachment: jsonOf({ ...data, asked: { template, words: {} } }) };
    },
  ],
  [
    'number',
    'other answers, the summary kept',
    () => ({ attachment: jsonOf(toFile(definition, better, data.summary)) }),
  ],
  ['number', 'another document number', () => bothWays((summary) => ({ ...summary, number: '0000-0000-0000' }))],
  ['answers', 'an answer that no page shows', () => ({ attachment: jsonOf(toFile(definition, hidden, data.summary)) })],
  ...['kitei 0.0.9', 'kitei 0.1.0', 'other 0.2.0', 'kitei 0.2', 'kitei 00.2.0'].map(
    (madeBy): [MismatchReason, string, () => Forgery] => [
      'generator',
      `a maker that never was: ${madeBy}`,
      () => ({ generator: madeBy, attachment: jsonOf({ ...data, generator: madeBy }) }),
    ],
  ),
];

/** What a forger with a valid key may do to the pages, the font, the signer's panel and everything around them. */
const forgeries: [string, () => Forgery][] = [
  // The pages say one thing, the data another.
  [
    'another state on the page',
    () => ({ shown: changed(data.summary, '× 一部実施・予定\\n予定日', '○ 実施\\n予定日') }),
  ],
  ['a company more on the page', () => ({ shown: changed(data.summary, '株式会社𠮷野', '株式会社𠮷野・他') })],
  ['other answers in the data', () => ({ attachment: jsonOf(makeData(better)) })],
  ['a block left out on the page', () => ({ shown: { ...data.summary, blocks: data.summary.blocks.toSpliced(4, 1) } })],
  ['a block more on the page', () => ({ shown: withBlock('すべて実施しました。') })],
  ['rows in another order', () => ({ shown: reordered(data.summary) })],
  ['another number at the foot', () => drawing(/(?<=\/Artifact BMC\nBT \/F14 7\.5 Tf[\s\S]*?<)[0-9A-F]{4}/, '0002')],
  ['a page more', () => ({ change: extraPage })],
  ['another maker on the page', () => ({ generator: 'kitei 999.0.0', attachment: jsonOf(data) })],
  ['texts that say what they do not show', () => ({ change: lyingText })],
  ['a row that is no content', () => drawing('/TD <</MCID 53>> BDC', '/Artifact BMC')],
  // Texts that nobody sees.
  ['white letters', () => drawing('0.13 0.13 0.14 rg', '1 1 1 rg')],
  ['letters off the paper', () => drawing('1 0 0 1 268.81 317.046 Tm', '1 0 0 1 802.64 317.046 Tm')],
  ['letters too small to see', () => drawing('BT /F14 8.8 Tf', 'BT /F14 0.1 Tf')],
  ['a white box over an answer', () => adding(white)],
  ['lines over an answer', () => adding('1 1 1 RG 3 w 300 275 m 420 275 l S')],
  ['an answer on a dark box', () => drawing(/^/, '/Artifact BMC\n0.1 0.1 0.1 rg 262 276 100 60 re f\nEMC\n')],
  ['letters over other letters', () => drawing('1 0 0 1 268.81 281.046 Tm', '1 0 0 1 268.81 296.046 Tm')],
  ['letters of no ink', () => drawing('BT /F14 8.8 Tf', '3 Tr\nBT /F14 8.8 Tf')],
  ['letters in an outline of another ink', () => drawing(/2 Tr (\S+) w 0\.05/, '2 Tr 0.282 w 1')],
  ['a thick line', () => adding('1 1 1 RG 60 w 300 275 m 380 275 l S')],
  ['clipping', () => adding('290 260 100 60 re W n')],
  ['another system of coordinates', () => drawing(/^/, '0.01 0 0 0.01 0 0 cm\n')],
  ['letters squeezed to nothing', () => drawing('BT /F14 8.8 Tf', '0 Tz\nBT /F14 8.8 Tf')],
  ['letters without width', () => object(/\/CIDFontType2/, /\/W \[1 \[1000/, '/W [1 [0')],
  ['an image over the page', () => ({ change: image })],
  ['a page upside down', () => object(/^<<\/Type \/Page\n/, '/StructParents', '/Rotate 180 /StructParents')],
  ['all pages upside down', () => object(/\/Type \/Pages/, '/Count', '/Rotate 180 /Count')],
  [
    'a part of the page',
    () => object(/^<<\/Type \/Page\n/, '/StructParents', '/CropBox [0 300 595 842] /StructParents'),
  ],
  ['a larger page', () => object(/^<<\/Type \/Page\n/, /\/MediaBox \[.*?\]/, '/MediaBox [0 0 1200 1700]')],
  ['other words for those who listen', () => object(/^<<\/S\/TD/, '/S/TD', '/S/TD/ActualText (x)')],
  ['another text for a listener', () => object(/^<<\/S\/TD/, '/S/TD', '/S/TD/Alt (x)')],
  ['a map of letters in another hand', () => object(/\/ToUnicode/, '/Identity-H', '/Identity-V')],
  ['letters drawn of lines', () => adding('0 0 0 RG 1 w 430 120 m 450 120 l S')],
  ['letters drawn of boxes', () => adding('0 0 0 rg 430 110 5 20 re f')],
  [
    'a picture of strips',
    () => adding('0 0 0 rg 430 65 2 20 re f', 'EMC', '/Artifact BMC', '0 0 0 rg 434 60 2 20 re f'),
  ],
  ['a ring drawn of frames', () => adding('0 0 0 RG 1 w 430 65 9 9 re S')],
  // Right texts in wrong places.
  ['the answers of two rows exchanged', () => swapping('1 0 0 1 268.81 182.046 Tm', '1 0 0 1 268.81 160.046 Tm')],
  ['an answer in another column', () => drawing('1 0 0 1 268.81 160.046 Tm', '1 0 0 1 375.132 160.046 Tm')],
  ['an answer above its line', () => drawing('1 0 0 1 268.81 160.046 Tm', '1 0 0 1 268.81 164.046 Tm')],
  ['two figures exchanged', () => swapping('1 0 0 1 259.312 478.95 Tm', '1 0 0 1 355.968 478.95 Tm')],
  ['two labels exchanged', () => swapping('1 0 0 1 56 641.96 Tm', '1 0 0 1 56 619.46 Tm')],
  ['a value beside another label', () => drawing('1 0 0 1 170 619.03 Tm', '1 0 0 1 170 632 Tm')],
  ['the lines of a note pulled apart', () => drawing(/1 0 0 1 268\.81 281\.046 Tm/, '1 0 0 1 268.81 251.046 Tm')],
  // Another signer than the one who signed.
  ['another name', () => ({ panel: { signerName: '別の人' } })],
  ['another fingerprint', () => ({ panel: { fingerprint: '0123456789abcdef'.repeat(4) } })],
  ['another time', () => object(/\/SubFilter/, 'D:20261121063000Z', 'D:20261120063000Z')],
  // Letters that show something else than they say.
  ['two glyphs exchanged', () => ({ change: swappedGlyphs })],
  ['another outline', () => ({ change: changedOutline })],
  ['another width', () => object(/\/CIDFontType2/, /\/W \[1 \[1000/, '/W [1 [999')],
  // What no page shows.
  [
    'another title in the metadata',
    () => object(/\/Type \/Metadata/, '<dc:format>application/pdf', '<dc:format>application/pdg'),
  ],
  ['another maker in the document information', () => object(/\/Producer/, 'jsPDF 4.2.1', 'jsPDF 4.2.0')],
  ['another order for those who listen', () => object(/^<<\/S\/H1/, '/S/H1', '/S/H2')],
  ['another description of the attachment', () => object(/\/Filespec/, /\/Desc <FEFF..../, '/Desc <FEFF3042')],
  ['an object that nothing uses', () => ({ change: editing((parts) => void parts.add('<< /Note (x) >>')) })],
  ['a line moved a little', () => drawing('0.4 w 56 52.89 m', '0.4 w 57 52.89 m')],
];

const hidden: ChecklistAnswers = {
  ...filled,
  items: {
    ...filled.items,
    training: answer(6, { status: 'notApplicable', note: '従業員がいない', evidence: '受講記録' }),
  },
};

function withBlock(text: string): SummaryDocument {
  return { ...data.summary, blocks: [...data.summary.blocks, { kind: 'paragraph', text }] };
}

function reordered(summary: SummaryDocument): SummaryDocument {
  const blocks = summary.blocks.map((block) =>
    block.kind === 'table' ? { ...block, rows: block.rows.toReversed() } : block,
  );
  return { ...summary, blocks };
}

/** The change on the pages and in the data's summary alike. */
function bothWays(change: (summary: SummaryDocument) => SummaryDocument): Forgery {
  const summary = change(data.summary);
  return { shown: summary, attachment: jsonOf({ ...data, summary }) };
}

describe('verifyFile', () => {
  test('finds a sound file to fit in everything, with the list of this site', async () => {
    expect(await examine(await makeSigned())).toMatchObject({
      state: 'sound',
      match: { kind: 'equal' },
      form: 'current',
      grades: { match: { grade: 'full', label: '一致' }, form: { grade: 'full', label: '現行の版' } },
    });
  });

  test('says that nothing was compared when the font does not arrive', async () => {
    expect(await examine(await makeSigned(), offline)).toMatchObject({
      match: { kind: 'not-loaded' },
      grades: { match: { grade: 'open', label: '未確認（書体を読み込めない）' } },
    });
  });

  test.each(contradictions)('%s: %s', async (reason, _, forge) => {
    const bytes = await makeSigned(data, forge());
    const differs = { state: 'sound', match: { kind: 'differs', reason }, grades: { match: { grade: 'bad' } } };
    expect(await examine(bytes)).toMatchObject(differs);
    expect(isAccepted(await examine(bytes, offline))).toBe(false);
    reached.add(reason);
  });

  test.each(forgeries)('rendering: %s, signed with a valid key', async (_, forge) => {
    const bytes = await makeSigned(data, forge());
    const verdict = await examine(bytes);
    expect(verdict).toMatchObject({
      match: { kind: 'differs', reason: 'rendering' },
      grades: { match: { grade: 'bad' } },
    });
    expect(isAccepted(verdict)).toBe(false);
    // Without the font nothing is said, which is no acceptance either.
    expect(isAccepted(await examine(bytes, offline))).toBe(false);
    reached.add('rendering');
  });

  test('a file that says a newer kitei made it fits where its bytes do, and is told as newer where they do not', async () => {
    const newer = { ...data, generator: 'kitei 999.0.0' };
    expect(await examine(await makeSigned(newer))).toMatchObject({ match: { kind: 'equal' } });
    const other = await makeSigned(newer, drawing('0.4 w 56 52.89 m', '0.4 w 57 52.89 m'));
    const verdict = await examine(other);
    expect(verdict).toMatchObject({
      match: { kind: 'newer', message: expect.stringContaining('kitei 999.0.0') },
      grades: { match: { grade: 'open' } },
    });
    expect(isAccepted(verdict)).toBe(false);
  });

  test('a record version that does not exist yet is told as newer', async () => {
    const attachment = jsonOf({ ...data, format: 'kitei/2' });
    expect(await examine(await makeSigned(data, { attachment }))).toMatchObject({
      state: 'refused',
      reason: 'data-newer',
    });
  });

  test('refuses kitei.json with an answer twice', async () => {
    const text = toKiteiJson(data).replace('"status":"partial"', '"status":"done","status":"partial"');
    const bytes = await makeSigned(data, { attachment: new TextEncoder().encode(text) });
    expect(await examine(bytes)).toMatchObject({ state: 'refused', reason: 'data-not-canonical' });
  });

  test('does not say that it fits when something fails that nobody thought of', async () => {
    const broken = { loadFont: async () => Object.create(null) };
    expect(await examine(await makeSigned(), broken)).toMatchObject({ grades: { match: { grade: 'open' } } });
    const summarize = () => {
      throw new Error('Nobody thought of it.');
    };
    const checklist = { ...currentVersion.tools.checklist, summarize };
    const failing = { versions: [{ ...currentVersion, tools: { ...currentVersion.tools, checklist } }] };
    expect(await examine(await makeSigned(), failing)).toMatchObject({
      match: { kind: 'differs', reason: 'not-compared' },
      grades: { match: { grade: 'bad' } },
    });
    reached.add('not-compared');
  });

  test('says for each difference in Japanese what to do', () => {
    expect([...reached].sort()).toEqual(listMismatchReasons().sort());
  });

  test.each([
    ['altered', 'bad', '規程を整えている', '規程を整えていない'],
    ['reworded', 'warn', '文書に書かれ、交代のたびに直されていること。', '口頭でよい。'],
    ['older', 'warn', '"version":2', '"version":1'],
    ['newer', 'warn', '"version":2', '"version":3'],
    ['unknown', 'warn', '"id":"contractor-security"', '"id":"other-list"'],
  ])(
    'a list that is %s here is shown from the file itself, and its version graded %s',
    async (form, grade, from, to) => {
      const list = changed(definition, from, to);
      const file = makeData({ ...filled, checklist: list.id, version: list.version }, list);
      expect(await examine(await makeSigned(file))).toMatchObject({
        file: { definition: list },
        match: { kind: 'equal' },
        form,
        grades: { match: { grade: 'full' }, form: { grade } },
      });
    },
  );

  test('does not judge the version of a list when this site is not at hand', async () => {
    expect(await examine(await makeSigned(), { definitions: undefined })).toMatchObject({
      form: 'not-compared',
      grades: { form: { grade: 'open', label: '未確認' } },
    });
  });
});
