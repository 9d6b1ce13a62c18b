import { expect, test } from 'vitest';
import { ContentError } from '../../../src/compiler/faults.ts';
import { readLibrary } from '../../../src/compiler/library.ts';
import { issuerKey } from '../../../src/record/v1/company/words.ts';
import { withContent } from '../../support/content-folder.ts';

const organization = 'organization.yaml';
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60"><rect width="9" height="9"/></svg>';
const withSite = (...lines: string[]) => ({
  [organization]: (text: string) => `${text}\nsite:\n${lines.map((line) => `  ${line}\n`).join('')}`,
});

type Changes = Parameters<typeof withContent>[0];

function read(changes: Changes, files: Record<string, string> = {}) {
  return withContent(changes, (root) => readLibrary(root, '/'), files);
}

async function faultOf(changes: Changes, files: Record<string, string> = {}): Promise<string> {
  const tell = async (root: string) => {
    const fault = await readLibrary(root, '/').catch((reason: unknown) => reason);
    if (!(fault instanceof ContentError)) throw new Error('The content was accepted.', { cause: fault });
    return fault.message.replaceAll(`${root}/`, 'content/');
  };
  return withContent(changes, tell, files);
}

test('a site without a name says so to no tool', async () => {
  const { brand, tools } = await read({});
  expect(brand.isNamed).toBe(false);
  for (const { asked } of tools) expect(asked.words).not.toHaveProperty(issuerKey);
});

test('empty lines are as if they were not there', async () => {
  const keys = ['title', 'short', 'mark', 'logo', 'accent', 'addressee', 'footer'];
  const { brand, tools } = await read(withSite(...keys.map((key) => `${key}: ''`)));
  expect(brand).toEqual((await read({})).brand);
  for (const { asked } of tools) expect(asked.words).not.toHaveProperty(issuerKey);
});

test('its name is a word of every tool, and its logo is read', async () => {
  const files = { 'images/ロゴ.svg': drawing };
  const { brand, tools } = await read(withSite('title: 見本商事 規程集', 'logo: images/ロゴ.svg'), files);
  expect(tools.length).toBeGreaterThan(0);
  for (const { asked } of tools) expect(asked.words).toMatchObject({ [issuerKey]: '見本商事 規程集' });
  expect(brand.logo).toMatchObject({ name: 'logo.svg', type: 'image/svg+xml', width: 240, height: 60 });
});

test.each([
  ['a colour that cannot be read', withSite("accent: '#f08300'"), {}, /薄くて読めません.*\n.*accent: "#a85a00"/],
  [
    'a colour without quotes',
    withSite('accent: #f08300'),
    {},
    /organization\.yaml:\d+ site\.accent: 値がありません。\n.*色は引用符で囲んでください（accent: "#f08300"）/,
  ],
  ['a logo that is not there', withSite('logo: logo.svg'), {}, /organization\.yaml.*「logo\.svg」がありません/],
  ['a logo outside the folder', withSite('logo: ../logo.svg'), {}, /内容のフォルダーの中の \.svg か \.png/],
  ['a logo of another kind', withSite('logo: logo.jpg'), {}, /内容のフォルダーの中の \.svg か \.png/],
  [
    'a hostile logo',
    withSite('logo: logo.svg'),
    { 'logo.svg': drawing.replace('<rect', '<rect onload="alert(1)"') },
    /content\/logo\.svg:1: ロゴを載せられません。<rect> に、図に要らない「onload」/,
  ],
  [
    'a logo that is heavy',
    withSite('logo: logo.svg'),
    { 'logo.svg': drawing.replace('<rect', `<desc>${'a'.repeat(60_000)}</desc><rect`) },
    /61 KB あり、大きすぎます/,
  ],
  [
    'a logo as wide as a street',
    withSite('logo: logo.svg'),
    { 'logo.svg': drawing.replace('240 60', '2400 60') },
    /縦横が 2400 × 60/,
  ],
  ['a PNG that is none', withSite('logo: logo.png'), { 'logo.png': drawing }, /PNG ではありません/],
  ['a mark of three letters', withSite('mark: 見本商'), {}, /1 文字か 2 文字/],
  ['a title that is a sentence', withSite('title: 規程は守らなくてよい。'), {}, /名前は、1 行で/],
  [
    'a company name that no PDF can bear',
    { [organization]: (text: string) => text.replace("name: ''", 'name: 株式会社。見本') },
    {},
    /PDF の頭に置けません/,
  ],
])('%s is a fault that says what to do', async (_, changes, files, message) => {
  expect(await faultOf(changes, files)).toMatch(message);
});
