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
    '名前は、1 行で、「規程集」と合わせて 60 文字まで、「。」と { } < > を入れずに書いてください。サイトの名前を別にするなら、site.title に書きます。';
  faults.add(`「${name}」は、PDF の頭に置けません。`, { file: join(faults.root, 'organization.yaml'), path }, hint);
}

function checkAccent(accent: string, faults: Faults): void {
  const [faint] = findFaint(accent);
  if (faint === undefined) return;
  const place = { file: join(faults.root, 'organization.yaml'), path: 'site.accent' };
  faults.add(
    `色 ${accent} は薄くて読めません（明るさの比が足りない組: ${faint}。4.5 要ります）。`,
    place,
    `読める色のうち、最も近いものにしてください（accent: "${findReadable(accent)}"）。`,
  );
}

async function readLogo(path: string, faults: Faults): Promise<Logo | undefined> {
  const file = join(faults.root, path);
  const refuse = (problem: string, hint: string): undefined => {
    faults.add(`ロゴを載せられません。${problem}`, { file, path: '', line: 1 }, hint);
  };
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    const place = { file: join(faults.root, 'organization.yaml'), path: 'site.logo' };
    faults.add(`内容のフォルダーに「${path}」がありません。`, place, 'ロゴをそこに置くか、この行を消してください。');
    return undefined;
  }
  if (found.size > mostBytes) {
    const hint = `${mostBytes / 1000} KB までに小さくしてください。全部の頁に付きます。`;
    return refuse(`${Math.ceil(found.size / 1000)} KB あり、大きすぎます。`, hint);
  }
  const bytes = new Uint8Array(await readFile(file));
  const isSvg = /\.svg$/i.test(path);
  const size = isSvg ? readSvg(bytes) : checkPng(bytes);
  if ('problem' in size) return refuse(size.problem, size.hint);
  if (size.width / size.height > widest || size.height / size.width > 2) {
    return refuse(
      `縦横が ${Math.round(size.width)} × ${Math.round(size.height)} です。`,
      `横は縦の ${widest} 倍まで、縦は横の 2 倍までのものにしてください。`,
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
    return {
      problem: '文字コードが UTF-8 ではありません。',
      hint: 'UTF-8 の SVG として保存し直すか、PNG にしてください。',
    };
  }
}
