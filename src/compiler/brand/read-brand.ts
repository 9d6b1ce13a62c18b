import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Brand, type Logo, nameOfSite, toBrand } from '../../core/brand/brand.ts';
import { findFaint, findReadable } from '../../core/brand/palette.ts';
import type { Organization } from '../../core/regulation/registers.ts';
import { issuerKey, isWord } from '../../record/v1/company/words.ts';
import type { Faults } from '../faults.ts';
import { checkPng } from './check-png.ts';
import { checkSvg, type ImageFault, type ImageSize } from './check-svg.ts';

/** It comes with every page. */
const mostBytes = 50_000;
/** Wider ones leave the name of the site no room. */
const widest = 8;

/** How the site calls itself and looks; a logo that may not be shown and a colour that cannot be read are faults. */
export async function readBrand(organization: Organization, faults: Faults): Promise<Brand> {
  const { accent, logo } = organization.site ?? {};
  checkName(organization, faults);
  if (accent) checkAccent(accent, faults);
  return toBrand(organization, !logo ? undefined : await readLogo(logo, faults));
}

/** It stands in the head of each PDF, where a verifier takes names alone. */
function checkName(organization: Organization, faults: Faults): void {
  const name = nameOfSite(organization);
  if (name === '' || isWord(issuerKey, name, {})) return;
  const path = organization.site?.title ? 'site.title' : 'name';
  const hint =
    'Write a name on one line, at most 60 characters with 規程集, without 。 and { } < >; or give site.title.';
  faults.add(
    `"${name}" cannot stand in the head of a PDF.`,
    { file: join(faults.root, 'organization.yaml'), path },
    hint,
  );
}

function checkAccent(accent: string, faults: Faults): void {
  const [faint] = findFaint(accent);
  if (faint === undefined) return;
  const place = { file: join(faults.root, 'organization.yaml'), path: 'site.accent' };
  faults.add(
    `the colour ${accent} is too light to be read (${faint}; 4.5 is needed).`,
    place,
    `The nearest colour that can be read: accent: '${findReadable(accent)}'`,
  );
}

async function readLogo(path: string, faults: Faults): Promise<Logo | undefined> {
  const file = join(faults.root, path);
  const refuse = (problem: string, hint: string): undefined => {
    faults.add(`the logo cannot be shown: ${problem}`, { file, path: '', line: 1 }, hint);
  };
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    const place = { file: join(faults.root, 'organization.yaml'), path: 'site.logo' };
    faults.add(`there is no file "${path}" in the content folder.`, place, 'Put the logo there, or take the line out.');
    return undefined;
  }
  if (found.size > mostBytes) {
    const hint = `Make it smaller: ${mostBytes / 1000} KB at most. It comes with every page.`;
    return refuse(`it weighs ${Math.ceil(found.size / 1000)} KB.`, hint);
  }
  const bytes = new Uint8Array(await readFile(file));
  const isSvg = /\.svg$/i.test(path);
  const size = isSvg ? readSvg(bytes) : checkPng(bytes);
  if ('problem' in size) return refuse(size.problem, size.hint);
  if (size.width / size.height > widest || size.height / size.width > 2) {
    return refuse(
      `its shape is ${Math.round(size.width)} × ${Math.round(size.height)}.`,
      `Use one that is at most ${widest} times as wide as high and at most twice as high as wide.`,
    );
  }
  const { name, type } = isSvg
    ? ({ name: 'logo.svg', type: 'image/svg+xml' } as const)
    : ({ name: 'logo.png', type: 'image/png' } as const);
  return { name, type, bytes, ...size };
}

function readSvg(bytes: Uint8Array): ImageSize | ImageFault {
  try {
    return checkSvg(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { problem: 'it is not written in UTF-8.', hint: 'Save it again as an SVG in UTF-8, or give a PNG.' };
  }
}
