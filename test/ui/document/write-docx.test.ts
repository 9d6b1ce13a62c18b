import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type DocumentAnswers, emptyDocument } from '../../../src/core/document/answers.ts';
import { composeDocument } from '../../../src/core/document/compose.ts';
import { readDocument } from '../../../src/importer/read-document.ts';
import { writeDocx } from '../../../src/ui/document/write-docx.ts';
import { contract } from '../../core/document/fixture.ts';

const filled: DocumentAnswers = {
  ...emptyDocument(contract),
  wording: 'ours',
  fields: { name: '名簿 <A&B> "契約"', court: '東京\u0007地方裁判所', list: '名簿\n図面' },
};
const composed = composeDocument(contract, filled);
const bytes = writeDocx(composed);

/** The texts of a Word file as the importer finds them, in order. */
async function textsOf(docx: Uint8Array): Promise<string[]> {
  const { blocks } = await readDocument(docx, 'draft.docx');
  return (
    JSON.stringify(blocks)
      .match(/(?<="text":")(?:[^"\\]|\\.)*/g)
      ?.map((text) => JSON.parse(`"${text}"`)) ?? []
  );
}

describe('writeDocx', () => {
  test('what the importer reads back is the whole document in order', async () => {
    const read = (await textsOf(bytes)).join('').replaceAll(/\s/g, '');
    const told = [
      composed.title,
      ...composed.notices,
      ...composed.parts.flatMap((part) => {
        if (part.kind === 'heading') return [part.text];
        return part.kind === 'table' ? [part.title, ...part.columns, ...part.rows.flat()] : [part.mark, part.text];
      }),
    ];
    expect(read).toBe(told.join('').replaceAll(/[\s\p{Cc}]/gu, ''));
  });

  test('is the same file each time, without a clock, and each part is XML', () => {
    expect(writeDocx(composeDocument(contract, filled))).toEqual(bytes);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
      'word/document.xml',
    ]);
    for (const [name, content] of Object.entries(files)) {
      const text = strFromU8(content);
      expect({ name, dated: /\d{4}-\d\d-\d\dT/.test(text) }).toEqual({ name, dated: false });
      expect(text).not.toContain('\u0007');
    }
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain(
      '名簿 &lt;A&amp;B&gt; &quot;契約&quot;の条項',
    );
  });
});
