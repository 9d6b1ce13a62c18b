import { describe, expect, test } from 'vitest';
import { documentFileName } from '../../../../src/record/v1/header/file-name.ts';
import { filled } from '../checklist/fixture.ts';

function nameFor(company: string, checkedOn = '2026-11-21', ending = '.pdf') {
  return documentFileName('確認リスト', { ...filled.header, company, checkedOn }, ending);
}

describe('documentFileName', () => {
  test.each([
    ['株式会社𠮷野', '確認リスト_株式会社𠮷野_20261121.pdf'],
    ['../../etc/passwd', '確認リスト__.._etc_passwd_20261121.pdf'],
    ['A\\B/C:D*E?F"G<H>I|J', '確認リスト_A_B_C_D_E_F_G_H_I_J_20261121.pdf'],
    ['<script>alert(1)</script>', '確認リスト__script_alert(1)__script__20261121.pdf'],
    ['見本\u202efdp.exe', '確認リスト_見本_fdp.exe_20261121.pdf'],
    ['一行\n二行\u0000', '確認リスト_一行_二行__20261121.pdf'],
    ['  .隠し. ', '確認リスト_隠し_20261121.pdf'],
    ['か\u3099くえん', '確認リスト_がくえん_20261121.pdf'],
    ['CON', '確認リスト__CON_20261121.pdf'],
    ['nul.txt', '確認リスト__nul.txt_20261121.pdf'],
    ['COM1商会', '確認リスト_COM1商会_20261121.pdf'],
    ['', '確認リスト_会社名未記入_20261121.pdf'],
    ['...', '確認リスト_会社名未記入_20261121.pdf'],
  ])('%j', (company, name) => {
    expect(nameFor(company)).toBe(name);
  });

  test('is at most 100 characters and fits a Linux file system', () => {
    for (const company of ['あ'.repeat(10_000), 'a'.repeat(10_000), '𠮷'.repeat(10_000)]) {
      const name = nameFor(company);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240);
      expect(name).toMatch(/^確認リスト_.+_20261121\.pdf$/u);
    }
  });

  test('cuts between characters as seen, not inside 辻 with its variation selector', () => {
    const name = nameFor(`a${'辻\u{e0100}'.repeat(60)}`);
    expect(name).toMatch(/^確認リスト_a(?:辻\u{e0100})+_20261121\.pdf$/u);
  });

  test('says so when a draft has no date yet', () => {
    expect(nameFor('見本', '2026-02-30', '.json')).toBe('確認リスト_見本_日付未記入.json');
  });
});
