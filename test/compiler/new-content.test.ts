import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { writeNew } from '../../src/compiler/new-content.ts';
import { companyFiles } from '../support/company-folder.ts';
import { withContent } from '../support/content-folder.ts';

const roles = `# 役割
company: # 社内
  securityOfficer: { meaning: 情報セキュリティを統括する者 }
  inspectionOfficer: { meaning: 点検する者 }

client:
  # 受託者の側
  worker: { name: 従事者, meaning: 業務に就く者 }
`;
/** Runs in a sound folder with a company's handbook and roles with remarks. */
const inFolder = <T>(run: (root: string) => Promise<T>) =>
  withContent({}, run, { ...companyFiles, 'roles.yaml': roles });

describe('writeNew writes an example that is sound at once:', () => {
  test('a check list', () =>
    inFolder(async (root) => {
      const files = await writeNew(root, 'checklist', 'home-work', '在宅勤務の"確認"');
      expect(files).toEqual([join(root, 'checklists/home-work.yaml')]);
      const { checklists } = await readLibrary(root, '/');
      const list = checklists.find(({ id }) => id === 'home-work');
      expect(list?.title).toBe('在宅勤務の"確認"');
      expect(list?.sections[0]?.items.map(({ basis }) => basis[0]?.citation)).toEqual(['company:1-p1', 'company:1-p1']);
    }));

  test('a decision, with cases that hold', () =>
    inFolder(async (root) => {
      const files = await writeNew(root, 'decision', 'lost-phone');
      expect(files).toEqual(
        ['', 'scopes/', 'cases/'].map((folder) => join(root, `decisions/${folder}lost-phone.yaml`)),
      );
      const { decisions } = await readLibrary(root, '/');
      expect(decisions[0]).toMatchObject({
        proved: { combinations: 3 },
        definition: { id: 'lost-phone', title: '新しい判断' },
      });
      const cases = await readFile(join(root, 'decisions/cases/lost-phone.yaml'), 'utf8');
      expect(cases.match(/^- /gm)).toHaveLength(3);
    }));

  test('a form, which cites and is printed', () =>
    inFolder(async (root) => {
      const files = await writeNew(root, 'form', 'work-notice', '作業の"届"');
      expect(files).toEqual([join(root, 'forms/work-notice.yaml')]);
      const { forms } = await readLibrary(root, '/');
      expect(forms[0]).toMatchObject({ handbook: 'company', provisions: ['company:1-p1'] });
      expect(forms[0]?.definition.title).toBe('作業の"届"');
    }));

  test('a handbook, with its role and record behind those that are there', () =>
    inFolder(async (root) => {
      await writeNew(root, 'handbook', 'remote', '在宅勤務規程');
      const { handbooks, provisions, records } = await readLibrary(root, '/');
      expect(handbooks.find(({ id }) => id === 'remote')?.source.title).toBe('在宅勤務規程');
      expect(provisions.get('remote:a2-1')).toMatchObject({
        actors: ['staff'],
        topics: ['removal'],
        label: '第2条第1項',
      });
      expect(Object.keys(records['remote'] ?? {})).toEqual(['workLog']);
      expect(await readFile(join(root, 'roles.yaml'), 'utf8')).toBe(
        `${roles}\nremote:\n  staff: { name: 担当者, meaning: この文書の業務に就く者 }\n`,
      );
    }));

  test('a handbook, in force beside those that are', () =>
    inFolder(async (root) => {
      const file = join(root, 'organization.yaml');
      await writeFile(file, `${await readFile(file, 'utf8')}handbooks: [company, client] # 二つ\n`);
      await writeNew(root, 'handbook', 'remote');
      expect(await readFile(file, 'utf8')).toMatch(/^handbooks: \[ ?company, client, remote ?\] # 二つ$/m);
      const { handbooks, ours } = await readLibrary(root, '/');
      expect(handbooks.map(({ id }) => id)).toEqual(['client', 'company', 'remote']);
      expect(ours).toEqual(['company', 'remote']);
    }));

  test('one after another, into a folder without records and topics', () =>
    withContent(
      { 'handbooks/client/index.mdx': (text) => text.replace(/ deliverable=.*\]}/, '') },
      async (root) => {
        await writeNew(root, 'handbook', 'remote');
        await writeNew(root, 'decision', 'lost-phone');
        await writeNew(root, 'checklist', 'lost-phone');
        await expect(readLibrary(root, '/')).resolves.toBeDefined();
      },
      { 'records.yaml': '{}\n', 'topics.yaml': '{}\n' },
    ));
});

describe('writeNew refuses', () => {
  test.each<[Parameters<typeof writeNew>[1], string, string]>([
    [
      'checklist',
      'Home Work',
      '"Home Work" is no id of a checklist. Write kebab-case English, e.g. lost-phone. Perhaps home-work?',
    ],
    ['decision', '紛失', '"紛失" is no id of a decision. Write kebab-case English, e.g. lost-phone.'],
    [
      'handbook',
      'remote-work',
      '"remote-work" is no id of a handbook. Write small letters and digits, e.g. remote: it begins every citation. Perhaps remotework?',
    ],
    ['handbook', 'search', '"search" is the address of another page of the site. Take another id.'],
    ['handbook', 'client', 'handbooks/client is there already. Take another id, or change that one.'],
    ['checklist', 'removal', 'checklists/removal.yaml is there already. Take another id, or change that one.'],
  ])('%s %s', (kind, id, message) =>
    inFolder(async (root) => {
      const fault = await writeNew(root, kind, id).catch((reason: unknown) => reason);
      expect(String(fault).replaceAll(`${root}/`, '')).toBe(`NewContentError: ${message}`);
    }),
  );

  test('to write into content that has faults', () =>
    withContent({ 'topics.yaml': () => 'removal: [\n' }, async (root) => {
      await expect(writeNew(root, 'checklist', 'home-work')).rejects.toThrow('not valid YAML');
    }));
});
