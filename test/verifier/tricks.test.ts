import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { byteRangePlaceholder, byteRangeText } from '../../src/record/signature-slot.ts';
import { coveredBytes } from '../../src/signing/byte-range.ts';
import { findBytes, fromLatin1, toHex } from '../../src/signing/bytes.ts';
import { buildCms } from '../../src/signing/cms.ts';
import { isAccepted } from '../../src/verifier/verdict.ts';
import { filled } from '../record/v1/checklist/fixture.ts';
import { nodeCrypto } from '../signing/support/signed-file.ts';
import { editing, type PdfParts } from './support/edit-pdf.ts';
import { examine, key, makeData, makeSigned } from './support/make-file.ts';

/*
 * What somebody with a key of his own may try with a file of this very version and maker, so that pages and data say different
 * things to a person, a printer, a listener or a program. Each is signed again and valid for any other verifier.
 */

const data = makeData(filled);
const pages = /\/Type \/Pages/;
const page = /^<<\/Type \/Page\n/;

/** A change to the first object that a pattern finds. */
function object(pattern: RegExp, from: string | RegExp, to: string) {
  return editing((parts) => parts.edit(parts.find(pattern), from, to));
}

/** Adds lines to the content of the first page, at its beginning or its end. */
function drawing(place: string | RegExp, lines: string) {
  return editing((parts) => parts.editStream(parts.page().content, place, lines));
}

/** Which object an entry such as `/CIDToGIDMap 12 0 R` names. */
function named(parts: PdfParts, entry: string): number {
  const body = parts.objects.get(parts.find(new RegExp(entry))) ?? '';
  return Number(new RegExp(`${entry} (\\d+) 0 R`).exec(body)?.[1]);
}

/** A stream that viewers read through a predictor, which its dictionary names in the short form. */
function predicted(find: (parts: PdfParts) => number) {
  return editing((parts) => {
    const number = find(parts);
    parts.edit(number, '<<', '<</DP <</Predictor 2 /Colors 2 /BitsPerComponent 8 /Columns 2>> ');
  });
}

/** Viewers that find this dictionary first follow another cross-reference, to another document. */
const linearized = editing((parts) => {
  const others = [...parts.objects];
  const number = parts.add('<</Linearized 1 /L 70000 /H [0 0] /O 3 /N 1 /T 0>>');
  const body = parts.objects.get(number) ?? '';
  parts.objects.clear();
  for (const [key, value] of [[number, body] as const, ...others]) parts.objects.set(key, value);
});

/** An object that only a cross-reference stream knows. */
const crossReferenceStream = editing((parts) => {
  const rows = deflateSync(Buffer.alloc(5)).toString('latin1');
  parts.add(`<</Type /XRef /Size 1 /W [1 2 2] /Root 1 0 R /Length ${rows.length}>>\nstream\n${rows}\nendstream`);
});

/** Red rules behind each answer, a correction in words beside it: for a person the answer is another. */
const struckOut = drawing(/^/, '/Artifact BMC\n1 0 0 RG 0.7 w 300 265 m 380 265 l S\nEMC\n');
const stripes = Array.from({ length: 20 }, (_, n) => `0 0 0 rg 266 ${275 + 2 * n} 80 1 re f`).join('\n');

const tricks: [string, (prepared: Uint8Array) => Uint8Array][] = [
  ['a predictor in the short form on the map of glyphs', predicted((parts) => named(parts, '/CIDToGIDMap'))],
  ['a predictor in the short form on a page', predicted((parts) => parts.page().content)],
  ['a predictor in the short form on the font', predicted((parts) => named(parts, '/FontFile2'))],
  ['a linearized document in front', linearized],
  ['a cross-reference stream', crossReferenceStream],
  ['a page that is a template', object(page, '/Type /Page\n', '/Type /Template\n')],
  ['a tree of pages that is a page', object(pages, '/Type /Pages', '/Type /Page')],
  ['answers struck out', struckOut],
  ['answers over stripes', drawing(/^/, `/Artifact BMC\n${stripes}\nEMC\n`)],
  ['a text over a text', drawing('1 0 0 1 268.81 281.046 Tm', '1 0 0 1 268.81 296.046 Tm')],
  [
    'other words for those who listen, one level down',
    object(/^<<\/S\/TD/, /\/K \d+>>/, '/K <</Type /MCR /MCID 5 /ActualText (x)>>>>'),
  ],
  [
    'an address that a click opens',
    object(/\/Subtype \/Widget/, '/Subtype /Widget', '/Subtype /Widget /A <</S /URI /URI (https://example.com/)>>'),
  ],
  [
    'only the first page to print',
    object(/\/ViewerPreferences/, '/ViewerPreferences <<', '/ViewerPreferences <</PrintPageRange [1 1] '),
  ],
  ['a page to open at', object(/\/Type \/Catalog/, '/FitH null', '/FitR 0 0 9 9')],
  ['another colour profile', editing((parts) => parts.setStream(named(parts, '/DestOutputProfile'), '\0'.repeat(128)))],
  [
    'cells that are said to be decoration',
    object(
      /\/RoleMap|\/StructTreeRoot/,
      /\/Type ?\/StructTreeRoot/,
      '/Type /StructTreeRoot /RoleMap <</TD /Artifact>>',
    ),
  ],
  ['an object that nothing leads to', editing((parts) => void parts.add('<< /Note (x) >>'))],
  ['fields that want their looks made anew', object(/\/SigFlags/, '/SigFlags', '/NeedAppearances true /SigFlags')],
  [
    'a picture over the page',
    editing((parts) => {
      const number = parts.add(
        '<</Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1>>\nstream\n\xff\nendstream',
      );
      parts.edit(parts.find(/\/ProcSet/), /\/XObject <<[\s\S]*?>>/, `/XObject << /I1 ${number} 0 R >>`);
      parts.editStream(parts.page().content, /$/, '\nq 500 0 0 200 50 250 cm /I1 Do Q\n');
    }),
  ],
];

/** Signs as signPdf() does, but writes something else where /ByteRange stands. */
async function signWithSlot(slot: (byteRange: string) => string): Promise<Uint8Array> {
  const signed = await makeSigned(data);
  // The range of an honest file of the same length stands in it already.
  const start = findBytes(signed, fromLatin1('/Contents <')) + '/Contents '.length;
  const end = findBytes(signed, fromLatin1('>'), start) + 1;
  const range = byteRangeText({ start, end }, signed.length);
  const at = findBytes(signed, fromLatin1(range));
  const text = slot(range.trimEnd().replace(/ *\]$/, ']'));
  if (at < 0 || text.length > byteRangePlaceholder.length) throw new Error('There is no room.');
  const forged = new Uint8Array(signed);
  forged.set(fromLatin1(text.padEnd(byteRangePlaceholder.length)), at);
  const cms = await buildCms(await nodeCrypto.digest(coveredBytes(forged, { start, end })), key, nodeCrypto);
  forged.set(
    fromLatin1(
      toHex(cms)
        .toUpperCase()
        .padEnd(end - start - 2, '0'),
    ),
    start + 1,
  );
  return forged;
}

describe('a file of this version, changed and signed again with a key of one’s own', () => {
  test('is accepted when nothing was changed', async () => {
    expect(isAccepted(await examine(await makeSigned(data)))).toBe(true);
    expect(isAccepted(await examine(await signWithSlot((range) => range.padEnd(byteRangePlaceholder.length))))).toBe(
      false,
    );
  });

  test.each(tricks)('is not accepted with %s', async (_, change) => {
    const verdict = await examine(await makeSigned(data, { change }));
    expect(isAccepted(verdict)).toBe(false);
    expect(verdict.state === 'refused' ? 'differs' : verdict.match.kind).toBe('differs');
  });

  test.each(['/Location(OK)', '/Prop_Build<<>>', '/R 9/V 1', '\t', ' '])(
    'nor with %j after the range',
    async (more) => {
      const verdict = await examine(await signWithSlot((range) => range + more));
      expect(isAccepted(verdict)).toBe(false);
      expect(verdict.state === 'refused' ? 'differs' : verdict.match.kind).toBe('differs');
    },
  );
});
