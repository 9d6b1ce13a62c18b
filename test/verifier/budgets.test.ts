import { expect, test } from 'vitest';
import type { StatusAnswer } from '../../src/record/v1/checklist/answers.ts';
import { checkSignature } from '../../src/signing/verify/check-signature.ts';
import { verifyPdf } from '../../src/signing/verify-pdf.ts';
import { answerAll, loadContractorList } from '../fixtures/pdf/real-list.ts';
import { nodeCrypto } from '../signing/support/signed-file.ts';
import { examine, makeData, makeSigned } from './support/make-file.ts';

const list = await loadContractorList();
const note = '担当者を決め、毎月の点検で確かめています。記録は総務部の棚にあります。';
const answers: [string, Omit<StatusAnswer, 'meaning'>][] = [
  ['bare', { status: 'done', evidence: '', note: '', dueOn: '' }],
  ['filled', { status: 'done', evidence: '点検の記録', note, dueOn: '' }],
];

/** Milliseconds of the quickest run: what the work takes, and not what other tests take beside it. */
async function measure(work: () => Promise<unknown>, runs = 25): Promise<number> {
  let quickest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    quickest = Math.min(quickest, performance.now() - start);
  }
  return quickest;
}

test.each(answers)('the %s list is compared within the budget of design.md', async (name, answer) => {
  const bytes = await makeSigned(
    makeData(
      answerAll(list, () => answer),
      list,
    ),
  );
  const offline = { loadFont: () => Promise.reject(new Error('Left out.')) };
  const [signature, read, compared, whole] = [
    await measure(() => checkSignature(bytes, nodeCrypto), 100),
    await measure(() => verifyPdf(bytes, nodeCrypto), 50),
    await measure(() => examine(bytes, offline)),
    await measure(() => examine(bytes)),
  ];
  const [forSignature, forReading, forData, forAll] = [signature, read, compared, whole].map((time) => time.toFixed(1));
  console.info(
    `${name}, ${bytes.length} bytes, quickest ms: signature ${forSignature}; data read ${forReading}; data compared ${forData}; made again ${forAll}`,
  );
  expect(signature).toBeLessThan(5);
  // design.md: 150 ms a file once the font is there. The first runs are slower, and other tests run beside this one.
  expect(whole).toBeLessThan(150);
});
