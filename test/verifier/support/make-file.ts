import { sha256 } from '@noble/hashes/sha2.js';
import { toCanonicalJson } from '../../../src/core/text/canonical-json.ts';
import type { PdfContext, SignaturePanel } from '../../../src/pdf/context.ts';
import { toTextToPrint } from '../../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../../src/pdf/render-summary-pdf.ts';
import { documentNumberOf } from '../../../src/record/document-number.ts';
import { identifyDefinition } from '../../../src/record/identity.ts';
import {
  type ChecklistFile,
  describeAttachment,
  type KiteiFile,
  kiteiFileName,
} from '../../../src/record/kitei-file.ts';
import { toSentAnswers } from '../../../src/record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers } from '../../../src/record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../../src/record/v1/checklist/definition.ts';
import { summarize } from '../../../src/record/v1/checklist/summarize.ts';
import type { SummaryDocument } from '../../../src/record/v1/summary/summary-document.ts';
import { signPdf } from '../../../src/signing/sign-pdf.ts';
import type { Verdict } from '../../../src/verifier/verdict.ts';
import { type VerifyingSite, verifyFile } from '../../../src/verifier/verify-file.ts';
import { definition, filled } from '../../record/v1/checklist/fixture.ts';
import { createTestKey, nodeCrypto, now } from '../../signing/support/signed-file.ts';
import { loadNodeFont } from '../../support/node-font.ts';

/** The version of this site and of the files it makes. */
export const generator = 'kitei 0.1.0';

export const { font } = await loadNodeFont();
export const key = await createTestKey();

/** This site: it has the list of the fixtures, and the font. */
export const site: VerifyingSite = {
  crypto: nodeCrypto,
  generator,
  definitions: [identifyDefinition(definition, sha256)],
  loadFont: async () => font,
};

/** The data of a list as the site makes them. */
export function makeData(
  answers: ChecklistAnswers = filled,
  list: ChecklistDefinition = definition,
  madeBy = generator,
): ChecklistFile {
  const sent = toSentAnswers(list, answers);
  const summary = summarize(list, sent, { documentNumber: documentNumberOf(sent, sha256) });
  return { format: 'kitei/1', generator: madeBy, definition: list, answers: sent, summary };
}

/** What somebody who writes files himself may put in the place of what belongs there. */
export interface Forgery {
  /** What the pages show. */
  shown?: SummaryDocument;
  /** kitei.json */
  attachment?: Uint8Array;
  panel?: Partial<SignaturePanel>;
  /** Done to the rendered file before it is signed. */
  change?: (prepared: Uint8Array) => Uint8Array;
}

/** A file made from data and signed with a valid key, whatever was forged. */
export async function makeSigned(data: KiteiFile = makeData(), forgery: Forgery = {}): Promise<Uint8Array> {
  const shown = forgery.shown ?? data.summary;
  const context: PdfContext = {
    font,
    now,
    fileId: '0123456789ABCDEF0123456789ABCDEF',
    generator: data.generator,
    attachment: {
      name: kiteiFileName,
      bytes: forgery.attachment ?? new TextEncoder().encode(toCanonicalJson(data)),
      description: describeAttachment(data.definition),
    },
    signature: { signerName: key.name.commonName, fingerprint: key.fingerprint, reserve: 4096, ...forgery.panel },
    substituteVariations: true,
  };
  await font.ensure(toTextToPrint(shown, context));
  const prepared = renderSummaryPdf(shown, context);
  return signPdf(forgery.change?.(prepared) ?? prepared, key, nodeCrypto);
}

/** What this site says of a file; `change` makes it another site. */
export function examine(bytes: Uint8Array, change: Partial<VerifyingSite> = {}): Promise<Verdict> {
  return verifyFile(bytes, { ...site, ...change });
}
