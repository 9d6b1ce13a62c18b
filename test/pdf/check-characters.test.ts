import { beforeAll, describe, expect, test } from 'vitest';
import { checkCharacters } from '../../src/pdf/check-characters.ts';
import type { PdfFont } from '../../src/pdf/font/pdf-font.ts';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import type { SummaryDocument } from '../../src/record/v1/summary/summary-document.ts';
import { makeBareSummary } from '../fixtures/pdf/bare-summary.ts';
import { makeContext, signature } from '../fixtures/pdf/make-context.ts';
import { loadNodeFont } from '../support/node-font.ts';

let font: PdfFont;
beforeAll(async () => {
  ({ font } = await loadNodeFont());
});

const summary: SummaryDocument = {
  ...makeBareSummary(),
  title: '龘の表',
  blocks: [
    { kind: 'paragraph', text: 'とても長い段落の中に龘がある。' },
    { kind: 'list', items: ['🙂'] },
    { kind: 'fields', caption: '', rows: [{ label: '確認者', value: '邉\u{e0102}\u200b' }] },
    { kind: 'seal', labels: ['印龘'] },
  ],
};

describe('checkCharacters', () => {
  test('names each character with its place, and says what to do', async () => {
    const context = makeContext(font, { signature: { ...signature, signerName: '🙂' } });
    await font.ensure(toTextToPrint(summary, context));
    expect(checkCharacters(summary, context).map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "表題にある「龘」（U+9F98）は印刷できません。別の文字に直してください。",
        "本文「とても長い段落の中に龘が…」にある「龘」（U+9F98）は印刷できません。別の文字に直してください。",
        "箇条書き「🙂」にある「🙂」（U+1F642）は印刷できません。別の文字に直してください。",
        "確認者にある「邉󠄂」（U+9089 U+E0102）の字形は印刷できません。基本の字形で印刷するか、別の文字に直してください。",
        "確認者に、目に見えない文字（U+200B）が入っています。取り除くか、入力し直してください。",
        "記名・押印の欄「印龘」にある「龘」（U+9F98）は印刷できません。別の文字に直してください。",
        "署名者の名前にある「🙂」（U+1F642）は印刷できません。別の文字に直してください。",
      ]
    `);
  });

  test('with agreed substitution only what has no base is left', async () => {
    const context = makeContext(font, { substituteVariations: true });
    await font.ensure(toTextToPrint(summary, context));
    const kinds = checkCharacters(summary, context).map(({ kind }) => kind);
    expect(kinds).not.toContain('variation');
    expect(kinds.length).toBeGreaterThan(0);
  });

  test('finds nothing wrong with a real list', async () => {
    const context = makeContext(font, { signature });
    await font.ensure(toTextToPrint(makeBareSummary(), context));
    expect(checkCharacters(makeBareSummary(), context)).toEqual([]);
  });
});
