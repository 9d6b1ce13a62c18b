import { contentRoot, readLibrary } from '../../../src/compiler/library.ts';
import type { PdfContext } from '../../../src/pdf/context.ts';
import { toTextToPrint } from '../../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../../src/pdf/render-summary-pdf.ts';
import { describeAttachment, type KiteiFile, kiteiFileName, toKiteiJson } from '../../../src/record/kitei-file.ts';
import { makeRecord } from '../../../src/record/make-record.ts';
import { emptyAnswers, itemsOf } from '../../../src/record/v1/checklist/answer-set.ts';
import type { ChecklistDefinition } from '../../../src/record/v1/checklist/definition.ts';
import { fillChecklist } from '../../../src/record/v1/checklist/fill.ts';
import type { Worded } from '../../../src/record/v1/company/words.ts';
import type { Request } from '../../../src/record/v1/header/request.ts';
import { createSigningKey, type SigningKey } from '../../../src/signing/key.ts';
import { signPdf } from '../../../src/signing/sign-pdf.ts';
import { nodeCrypto } from '../../signing/support/signed-file.ts';
import { loadNodeFont } from '../../support/node-font.ts';
import { generator, sha256 } from '../../support/record.ts';

/** A check list of the site, with the words of its company. */
export async function loadAsked(id: string): Promise<Worded<ChecklistDefinition>> {
  const { tools } = await readLibrary(contentRoot(), '/');
  const tool = tools.find((one) => one.kind === 'checklist' && one.asked.template.id === id);
  if (!tool || !('sections' in tool.asked.template)) throw new Error(`The site has no list ${id}.`);
  return { template: tool.asked.template, words: tool.asked.words };
}

/** What a company answers: the first items 未実施, the others 実施. */
export function answerList(
  asked: Worded<ChecklistDefinition>,
  { company, request, crosses = 0 }: { company: string; request: Request; crosses?: number },
): KiteiFile {
  const definition = fillChecklist(asked);
  const items = itemsOf(definition).map(({ id, meaning, clauses }, index) => {
    const texts =
      index < crosses ? { status: 'notDone', note: '来年度に始める' } : { status: 'done', evidence: '記録簿' };
    return [id, { evidence: '', note: '', dueOn: '', ...texts, meaning, ...(clauses !== undefined && { clauses }) }];
  });
  const header = { company, checker: '見本太郎', checkedOn: '2026-11-20', recipient: '見本市', business: '窓口業務' };
  const answers = { ...emptyAnswers(definition), header, request, items: Object.fromEntries(items) };
  return { ...makeRecord(asked, answers, sha256).record, generator };
}

/** A signing key of a company. */
export function createCompanyKey(organization: string, at: Date): Promise<SigningKey<CryptoKey>> {
  return createSigningKey({ commonName: '見本太郎', organization, now: at }, nodeCrypto);
}

/** The PDF as it leaves the page of the list. @param key undefined for one that nobody signs */
export async function makePdf(file: KiteiFile, at: Date, key?: SigningKey<CryptoKey>): Promise<Uint8Array> {
  const { font } = await loadNodeFont();
  const attachment = {
    name: kiteiFileName,
    bytes: new TextEncoder().encode(toKiteiJson(file)),
    description: describeAttachment(file.definition),
  };
  const signature = key && { signerName: key.name.commonName, fingerprint: key.fingerprint, reserve: 4096 };
  const base = { font, now: at, fileId: '0123456789ABCDEF0123456789ABCDEF', generator, attachment };
  const context: PdfContext = { ...base, ...(signature && { signature }) };
  await font.ensure(toTextToPrint(file.summary, context));
  const prepared = renderSummaryPdf(file.summary, context);
  return key ? signPdf(prepared, key, nodeCrypto) : prepared;
}

/** One byte in the middle is another. */
export function changeByte(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  const middle = changed.length >> 1;
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  return changed;
}
