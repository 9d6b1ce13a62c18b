import { byteRangePlaceholder, contentsPlaceholder } from '../../record/signature-slot.ts';
import type { PdfContext, SignaturePanel } from '../context.ts';
import { toIccProfile } from './icc-profile.ts';
import type { JsPdfDocument, JsPdfInternals } from './js-pdf.ts';
import { toByteString, toPdfDate, toTextString } from './pdf-syntax.ts';
import { addElement, putStructureTree, type StructureElement } from './structure-tree.ts';
import { toXmpPacket } from './xmp.ts';

/**
 * Has all that is not page content written when the file is put together: structure, metadata, attachment, room for
 * the signature. To be called once the pages are drawn.
 */
export function putDocumentParts(doc: JsPdfDocument, root: StructureElement, title: string, context: PdfContext): void {
  const { internals } = doc;
  const { attachment, now, signature, generator } = context;
  const pageObjects: number[] = [0];
  let catalog = '';
  let field = 0;

  doc.on('putPage', (event) => {
    const { pageNumber, objId } = parsePageEvent(event);
    pageObjects[pageNumber] = objId;
    internals.write(`/StructParents ${pageNumber - 1} /Tabs /S`);
    if (pageNumber === 1 && signature !== undefined) {
      field = internals.newObjectDeferred();
      internals.write(`/Annots [${field} 0 R]`);
    }
  });
  doc.on('postPutResources', () => {
    const metadata = putStream(internals, new TextEncoder().encode(toXmpPacket({ title, generator, now })), [
      ['Type', '/Metadata'],
      ['Subtype', '/XML'],
    ]);
    const profile = putStream(internals, toIccProfile(), [['N', '3']], 'compress');
    const file = putAttachment(internals, attachment, now);
    let form = '';
    if (signature !== undefined) {
      const page = pageObjects[1] ?? 0;
      addElement(root, 'Form', { alternate: '電子署名' }).annotation = { objectId: field, page: 1 };
      putSignatureField(internals, field, page, pageObjects.length - 1, signature, now);
      form = `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`;
    }
    const structure = putStructureTree(internals, root, pageObjects, toTextString);
    catalog = [
      `/Metadata ${metadata} 0 R /Lang (ja-JP) /MarkInfo << /Marked true >> /StructTreeRoot ${structure} 0 R`,
      '/ViewerPreferences << /DisplayDocTitle true >>',
      `/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile ${profile} 0 R >>]`,
      `/AF [${file} 0 R] /Names << /EmbeddedFiles << /Names [(${attachment.name}) ${file} 0 R] >> >>`,
      form,
    ].join('\n');
  });
  doc.on('putCatalog', () => void internals.write(catalog));
}

function parsePageEvent(event: unknown): { pageNumber: number; objId: number } {
  if (typeof event === 'object' && event !== null && 'pageNumber' in event && 'objId' in event) {
    const { pageNumber, objId } = event;
    if (typeof pageNumber === 'number' && typeof objId === 'number') return { pageNumber, objId };
  }
  throw new Error('jsPDF no longer tells the number of a page.');
}

function putStream(
  internals: JsPdfInternals,
  bytes: Uint8Array,
  keys: [key: string, value: string][],
  compress?: 'compress',
): number {
  const objectId = internals.newObject();
  internals.putStream({
    data: toByteString(bytes),
    filters: compress === undefined ? [] : ['FlateEncode'],
    objectId,
    additionalKeyValues: keys.map(([key, value]) => ({ key, value })),
  });
  internals.write('endobj');
  return objectId;
}

/** An embedded file and its specification (ISO 32000-1, 7.11.4; ISO 19005-3, annex E). */
function putAttachment(
  internals: JsPdfInternals,
  { name, bytes, description }: PdfContext['attachment'],
  now: Date,
): number {
  if (!/^[A-Za-z0-9._-]+$/.test(name)) throw new Error(`Attachment name "${name}" is not plain ASCII.`);
  const file = putStream(
    internals,
    bytes,
    [
      ['Type', '/EmbeddedFile'],
      ['Subtype', '/application#2Fjson'],
      ['Params', `<< /Size ${bytes.length} /ModDate ${toPdfDate(now)} >>`],
    ],
    'compress',
  );
  const specification = internals.newObject();
  internals.write(
    `<< /Type /Filespec /F (${name}) /UF (${name}) /Desc ${toTextString(description)} /AFRelationship /Data ` +
      `/EF << /F ${file} 0 R /UF ${file} 0 R >> >>\nendobj`,
  );
  return specification;
}

/** An invisible signature field on page 1 and its dictionary (ISO 32000-1, 12.7.4.5 and 12.8.1). */
function putSignatureField(
  internals: JsPdfInternals,
  field: number,
  page: number,
  structParent: number,
  { signerName, reserve }: SignaturePanel,
  now: Date,
): void {
  const signature = internals.newObject();
  internals.write(
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${toTextString(signerName)} ` +
      `/Reason ${toTextString('記載内容の確認')} /M ${toPdfDate(now)} ${byteRangePlaceholder} ${contentsPlaceholder(reserve)} >>\nendobj`,
  );
  internals.newObjectDeferredBegin(field, true);
  // Flags: printed, locked.
  internals.write(
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /TU ${toTextString('電子署名')} /V ${signature} 0 R ` +
      `/Rect [0 0 0 0] /F 132 /P ${page} 0 R /StructParent ${structParent} >>\nendobj`,
  );
}
