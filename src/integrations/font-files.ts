import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutFont } from '../pdf/font/cut-font.ts';
import { parseTrueType } from '../pdf/font/true-type.ts';

const fontFolder = 'node_modules/@expo-google-fonts/noto-sans-jp';
const fontFile = `${fontFolder}/400Regular/NotoSansJP_400Regular.ttf`;
const licenceFile = `${fontFolder}/LICENSE_FONT`;

/** Where text stands that PDFs need. Not src/pdf/font and src/core/text: their tables of characters are no text. */
const knownText = ['content/**/*.yaml', 'src/core/**/*.ts', 'src/pdf/*.ts', 'src/pdf/{document,layout}/**/*.ts'];

/**
 * Cuts the site's font.
 * @param root path of the project.
 * @returns file name → bytes, for the folder `pdf-font/`; the font's licence among them.
 */
export function readFontFiles(root: string): Map<string, Uint8Array> {
  const font = parseTrueType(readFileSync(join(root, fontFile)));
  const coreText = findTextFiles(root)
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('');
  const files = cutFont(font, coreText, (parts) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest('hex').slice(0, 12);
  });
  // The licence (SIL OFL 1.1, 2) wants to stand beside every copy of the font, cut or whole.
  files.set('OFL.txt', readFileSync(join(root, licenceFile)));
  return files;
}

/** Paths from the root of all files that decide how the cut comes out. */
export function findFontSources(root: string): string[] {
  return [fontFile, ...globSync('src/pdf/font/*.ts', { cwd: root }).toSorted(), ...findTextFiles(root)];
}

function findTextFiles(root: string): string[] {
  return globSync(knownText, { cwd: root, exclude: ['src/core/text/**'] }).toSorted();
}
