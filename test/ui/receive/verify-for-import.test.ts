import { expect, test } from 'vitest';
import { toCanonicalJson } from '../../../src/core/text/canonical-json.ts';
import { renderSummaryPdf } from '../../../src/pdf/render-summary-pdf.ts';
import { verifyForImport } from '../../../src/ui/receive/verify-for-import.ts';
import { makeContext } from '../../fixtures/pdf/make-context.ts';
import { answer, filled } from '../../record/v1/checklist/fixture.ts';
import { font, makeData, makeSigned } from '../../verifier/support/make-file.ts';

const data = makeData();
const signed = await makeSigned(data);
/** The same answers but one. */
const better = makeData({ ...filled, items: { ...filled.items, rules: answer(2, {}) } });

/** The file with one byte changed in the middle of the signed range. */
function spoilt(): Uint8Array {
  const at = Buffer.from(signed).lastIndexOf('/Producer') + '/Producer ('.length;
  return signed.with(at, (signed[at] ?? 0) ^ 1);
}

test('a sound file gives its answers, and no doubt', async () => {
  expect(await verifyForImport(signed)).toEqual({ answers: data.answers, doubt: undefined });
});

test('pages that show something else than the data are a doubt, and what comes out is the data', async () => {
  const forged = await makeSigned(data, { shown: better.summary });
  const { answers, doubt } = await verifyForImport(forged);
  expect(answers).toEqual(data.answers);
  expect(doubt?.reason).toBe('mismatch');
  expect(doubt?.message).toMatch(/^紙面の文字が、埋め込まれた答えと違います。/);
});

test('a changed file gives its answers only with the reason of the refusal', async () => {
  expect(await verifyForImport(spoilt())).toMatchObject({
    answers: data.answers,
    doubt: { reason: 'changed-after-signing', message: expect.stringContaining('署名') },
  });
});

test('so does a file that was never signed', async () => {
  const unsigned = renderSummaryPdf(data.summary, {
    ...makeContext(font),
    attachment: { name: 'kitei.json', bytes: new TextEncoder().encode(toCanonicalJson(data)), description: 'data' },
  });
  const { answers, doubt } = await verifyForImport(unsigned);
  expect(answers).toEqual(data.answers);
  expect(doubt?.reason).toBe('not-signed');
});

test.each([
  ['nothing', new Uint8Array()],
  ['no PDF', new TextEncoder().encode('%PDF-1.4\nhello\n%%EOF\n')],
  ['half a file', signed.slice(0, signed.length / 2)],
  ['a file with something after its end', new Uint8Array([...signed, 0x20])],
])('%s gives a reason and no answers', async (_, bytes) => {
  const { answers, doubt } = await verifyForImport(bytes);
  expect(answers).toBeUndefined();
  expect(doubt?.message).toMatch(/。$/);
});
