import { byteRangePlaceholder, contentsPlaceholder } from '../../../src/record/signature-slot.ts';
import { concatBytes, fromLatin1 } from '../../../src/signing/bytes.ts';
import { toJsonBytes, toKiteiFile } from './signed-file.ts';

/** Numbers of the objects that {@link tinyObjects} gives. */
export const tiny = { catalog: 1, pages: 2, page: 3, field: 4, signature: 5, specification: 6, file: 7 } as const;

/** What every signature dictionary here has before its /ByteRange. */
export const signatureStart =
  '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20261121063000Z)';

/** A content-less file in the shape of src/pdf, object by object, for tests that spoil one of them. */
export function tinyObjects(json: Uint8Array = toJsonBytes(toKiteiFile())): Map<number, string> {
  return new Map([
    [
      tiny.catalog,
      '<< /Type /Catalog /Pages 2 0 R /AF [6 0 R] /Names << /EmbeddedFiles << /Names [(kitei.json) 6 0 R] >> >> ' +
        '/AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>',
    ],
    [tiny.pages, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [tiny.page, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Annots [4 0 R] >>'],
    [tiny.field, '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V 5 0 R /Rect [0 0 0 0] /P 3 0 R >>'],
    [tiny.signature, `${signatureStart} ${byteRangePlaceholder} ${contentsPlaceholder(4096)} >>`],
    [
      tiny.specification,
      '<< /Type /Filespec /F (kitei.json) /UF (kitei.json) /AFRelationship /Data /EF << /F 7 0 R /UF 7 0 R >> >>',
    ],
    [tiny.file, toStream('/Type /EmbeddedFile', json)],
  ]);
}

/** A stream object's text, one character a byte. */
export function toStream(entries: string, bytes: Uint8Array): string {
  return `<< ${entries} /Length ${bytes.length} >>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`;
}

/** Writes objects 1 to n as src/pdf does; `between` goes before the cross-reference table. */
export function writeTinyPdf(objects: ReadonlyMap<number, string>, { between = '', trailer = '' } = {}): Uint8Array {
  let text = '%PDF-1.7\n%\xba\xdf\xac\xe0\n';
  const entries = ['0000000000 65535 f '];
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    entries.push(`${String(text.length).padStart(10, '0')} 00000 n `);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  text += between;
  const table = text.length;
  text += `xref\n0 ${entries.length}\n${entries.join('\n')}\n`;
  text += `trailer\n<< /Size ${entries.length} /Root 1 0 R${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return fromLatin1(text);
}

/** The tiny file with some objects replaced or added. */
export function tinyPdfWith(changes: Readonly<Record<number, string>>, json?: Uint8Array): Uint8Array {
  const objects = tinyObjects(json);
  for (const [number, body] of Object.entries(changes)) objects.set(Number(number), body);
  return writeTinyPdf(objects);
}

/** The file with a text, one byte a character, replaced by another of any length. The text must be there once. */
export function replaceOnce(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const [before, after, ...more] = Buffer.from(bytes).toString('latin1').split(from);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`"${from}" is not there once.`);
  return concatBytes(fromLatin1(before), fromLatin1(to), fromLatin1(after));
}
