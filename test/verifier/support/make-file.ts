import type { PdfContext, SignaturePanel } from '../../../src/pdf/context.ts';
import { toTextToPrint } from '../../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../../src/pdf/render-summary-pdf.ts';
import type { ToolAnswers, ToolDefinition } from '../../../src/record/contents.ts';
import { describeAttachment, type KiteiFile, kiteiFileName, toKiteiJson } from '../../../src/record/kitei-file.ts';
import { makeRecord } from '../../../src/record/make-record.ts';
import type { CompanyWords } from '../../../src/record/v1/company/words.ts';
import type { SummaryDocument } from '../../../src/record/v1/summary/summary-document.ts';
import { signPdf } from '../../../src/signing/sign-pdf.ts';
import type { Verdict } from '../../../src/verifier/verdict.ts';
import { type VerifyingSite, verifyFile } from '../../../src/verifier/verify-file.ts';
import { definition, filled } from '../../record/v1/checklist/fixture.ts';
import { createTestKey, nodeCrypto, now } from '../../signing/support/signed-file.ts';
import { loadNodeFont } from '../../support/node-font.ts';
import { generator, identify, sha256 } from '../../support/record.ts';

export { generator };

export const { font } = await loadNodeFont();
export const key = await createTestKey();

/** This site: it has the list of the fixtures, and the font. */
export const site: VerifyingSite = {
  crypto: nodeCrypto,
  generator,
  definitions: [identify('checklist', definition)],
  loadFont: async () => font,
};

/** The data of a tool as the site makes them. */
export function makeData(
  answers: ToolAnswers = filled,
  template: ToolDefinition = definition,
  words: CompanyWords = {},
): KiteiFile {
  return { ...makeRecord({ template, words }, answers, sha256).record, generator };
}

/** What somebody who writes files himself may put in the place of what belongs there. */
export interface Forgery {
  /** What the pages show. */
  shown?: SummaryDocument;
  /** kitei.json */
  attachment?: Uint8Array;
  panel?: Partial<SignaturePanel>;
  /** Who the pages say made it. */
  generator?: string;
  /** What the signer's clock shows. */
  at?: Date;
  /** Done to the rendered file before it is signed. */
  change?: (prepared: Uint8Array) => Uint8Array;
}

/** A file made from data and signed with a valid key, whatever was forged. */
export async function makeSigned(data: KiteiFile = makeData(), forgery: Forgery = {}): Promise<Uint8Array> {
  const shown = forgery.shown ?? data.summary;
  const context: PdfContext = {
    font,
    now: forgery.at ?? now,
    fileId: '0123456789ABCDEF0123456789ABCDEF',
    generator: forgery.generator ?? data.generator,
    attachment: {
      name: kiteiFileName,
      bytes: forgery.attachment ?? new TextEncoder().encode(toKiteiJson(data)),
      description: describeAttachment(data.definition),
    },
    signature: { signerName: key.name.commonName, fingerprint: key.fingerprint, reserve: 4096, ...forgery.panel },
    substituteVariations: true,
  };
  await font.ensure(toTextToPrint(shown, context));
  const prepared = renderSummaryPdf(shown, context);
  return signPdf(forgery.change?.(prepared) ?? prepared, key, nodeCrypto);
}

/** A file made from data that nobody signed. */
export async function makeUnsigned(data: KiteiFile = makeData()): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(toKiteiJson(data));
  const context: PdfContext = {
    ...{ font, now, fileId: '0123456789ABCDEF0123456789ABCDEF', generator: data.generator },
    attachment: { name: kiteiFileName, bytes, description: describeAttachment(data.definition) },
    substituteVariations: true,
  };
  await font.ensure(toTextToPrint(data.summary, context));
  return renderSummaryPdf(data.summary, context);
}

/** What this site says of a file; `change` makes it another site. */
export function examine(bytes: Uint8Array, change: Partial<VerifyingSite> = {}): Promise<Verdict> {
  return verifyFile(bytes, { ...site, ...change });
}
