import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { inspectLibrary } from '../../src/compiler/inspection.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import type { Finding, FindingKind } from '../../src/core/inspection/finding.ts';
import { companyFiles } from '../support/company-folder.ts';
import { withContent } from '../support/content-folder.ts';

type Changes = Parameters<typeof withContent>[0];
const client = 'handbooks/client/index.mdx';
const company = 'handbooks/company/01.mdx';
const replace = (from: string, to: string) => (text: string) => text.replace(from, to);

function findingsOf(changes: Changes): Promise<Finding[]> {
  return withContent(
    changes,
    async (root) => (await inspectLibrary(root, await readLibrary(root, '/'))).findings,
    companyFiles,
  );
}

/** The finding of a folder with a fault that the sound one does not have. */
async function newFindings(changes: Changes): Promise<Finding[]> {
  const sound = new Set((await findingsOf({})).map(({ key }) => key));
  return (await findingsOf(changes)).filter(({ key }) => !sound.has(key));
}

test('a sound folder has open blanks and nothing else', async () => {
  const kinds = (await findingsOf({})).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set<FindingKind>(['blank']));
});

describe('a folder with one fault has one finding, with its place', () => {
  test.each<[string, FindingKind, Changes, string, string]>([
    [
      'an article that is not there',
      'reference',
      { [client]: replace('従事者は、', '従事者は、第9条により、') },
      'client/#a1-i1',
      '「第9条」が、この文書にない。',
    ],
    [
      'a heading under another number',
      'reference',
      { [company]: replace('私有の機器を使わない。', '「3. 私有の機器」は使わない。') },
      'company/01/#1-p2',
      '「3. 私有の機器」という見出しがない。同じ題の見出しの番号は 2 である。',
    ],
    [
      'a note about a reference',
      'reference',
      { [client]: replace('<EditorNote certainty', '<EditorNote about="reference" certainty') },
      'client/#a1-i1',
      '編集注: 原文に号の番号はない。',
    ],
    [
      'a reference to what a choice takes away',
      'reference',
      {
        'organization.yaml': replace('devices: unset', 'devices: forbidden'),
        [company]: replace('私有の機器を使わない。', '<Ref to="company:2-p1">次の決まり</Ref>による。'),
      },
      'company/01/#1-p2',
      '規程 2. 第1文を引いているが、選んだ値では頁から消える。',
    ],
    [
      'an office without a definition',
      'undefined',
      { [client]: replace('承認を得る', '保管責任者の承認を得る') },
      'client/#a1-i1',
      '「保管責任者」は、この文書の役割にも用語にもない。',
    ],
    [
      'a role that is marked so',
      'undefined',
      { 'roles.yaml': replace('meaning: 業務に就く者', 'meaning: 業務に就く者, noDefinition: true') },
      'client/#a1-i1',
      '役割「従事者」の定めがない（業務に就く者）。',
    ],
    [
      'a word under two names',
      'variant',
      { [client]: replace('記録は、', 'メディアの記録は、') },
      'client/#a1-i2',
      '特記事項の中で、同じものを指すとみられる語が分かれている: 「媒体」（1）「メディア」（1）。',
    ],
    [
      'a product out of support',
      'product',
      { [client]: replace('| 日時 | 持ち出した時 |', '| 日時 | Windows8.1 |') },
      'client/#a1-i2',
      'Windows 8.1 のサポートは2023年1月10日に終わったとされる（開発元）。',
    ],
    [
      'a name for two roles',
      'roleName',
      { 'organization.yaml': replace("'{{choice:inspection}}責任者'", '統括責任者') },
      'tailoring/#roles.securityOfficer',
      '「統括責任者」が、2つの役割の名になっている。',
    ],
    [
      'a definition that the glossary lacks',
      'unlisted',
      { [client]: replace('次の表による。', '次の表による。これを「持出記録」という。') },
      'client/#a1-i2',
      '「持出記録」を定めているが、用語の一覧にない。',
    ],
  ])('%s', async (_, kind, changes, url, found) => {
    const findings = await newFindings(changes);
    expect(findings.map((finding) => [finding.kind, finding.places[0]?.url, finding.found])).toEqual([
      [kind, url, found],
    ]);
  });
});

test('a blank that is filled in is no finding', async () => {
  const keys = (findings: Finding[]) => findings.map(({ key }) => key);
  expect(keys(await findingsOf({}))).toContain('blank:blanks.capacity');
  const filled = await findingsOf({ 'organization.yaml': replace("capacity: ''", 'capacity: 4') });
  expect(keys(filled)).not.toContain('blank:blanks.capacity');
});

describe('bad rules stop the build', () => {
  test.each<[Changes, RegExp]>([
    [
      { 'products.yaml': replace("'Windows\\s*8\\.1'", "'('") },
      /products\.yaml:3 products\[0\]\.pattern: 「\(」.*\n.*正規表現として読めない/,
    ],
    [
      { 'products.yaml': replace("'Windows\\s*8\\.1'", "'x*'") },
      /products\[0\]\.pattern: .*\n.*正規表現として読めない/,
    ],
    [{ 'products.yaml': replace('2023-01-10', '2023年') }, /products\[0\]\.supportEnds: .*\n.*日付は/],
    [{ 'term-variants.yaml': replace('kind: term', 'kind: word') }, /variants\[0\]\.kind.*\n.*term、spelling/],
    [{ [client]: replace('<EditorNote ', '<EditorNote about="typo" ') }, /EditorNote>\.about/],
  ])('%j', async (changes, message) => {
    const fault = await findingsOf(changes).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(ContentError);
    expect(String(fault)).toMatch(message);
  });
});
