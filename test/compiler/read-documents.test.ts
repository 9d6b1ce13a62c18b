import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import type { DocumentDefinition } from '../../src/core/document/definition.ts';
import { withContent } from '../support/content-folder.ts';

const policy = `id: policy
version: 1
title: 方針
lead: 案を作ります。
handbook: client
style: policy
heading: 方針
caution: 確かめてください。
named: name
fields:
  - { id: name, label: 会社名, blank: 〇〇社, from: name }
articles:
  - id: first
    caption: 持ち出し
    clauses:
      - { text: '{field:name}は、{article:first}を守る。', units: [client-a1-i1], needs: first }
basis: [client:a1-i1]
`;
const originals = `format: kitei-original/1
copy: 見本市の写し（第1版）
file: tokki.docx
sha256: ${'a'.repeat(64)}
units:
  client-a1-i1: |-
    (1) 従事者は、媒体を持ち出すときは、あらかじめ承認を得なければならない。
    次の事項を記載する。
`;

async function read(more: Record<string, string>): Promise<DocumentDefinition[]> {
  return (await withContent({}, (root) => readLibrary(root, '/'), more)).documents;
}

async function faultsOf(text: string): Promise<string> {
  return withContent(
    {},
    async (root) => {
      const fault = await readLibrary(root, '/').catch((reason: unknown) => reason);
      if (!(fault instanceof ContentError)) throw new Error('The content was accepted.', { cause: fault });
      return fault.message.replaceAll(`${root}/`, '');
    },
    { 'documents/policy.yaml': text },
  );
}

describe('readDocuments', () => {
  test('without a copy there are our words alone', async () => {
    const [document] = await read({ 'documents/policy.yaml': policy });
    expect(document?.copy).toBeUndefined();
    expect(document?.articles[0]?.clauses[0]).not.toHaveProperty('official');
    expect(document?.basis[0]?.href).toContain('a1-i1');
  });

  test('the official words of its units come without their number', async () => {
    const [document] = await read({ 'documents/policy.yaml': policy, 'originals/client.yaml': originals });
    expect(document?.copy).toBe('見本市の写し（第1版）');
    expect(document?.articles[0]?.clauses[0]?.official).toBe(
      '従事者は、媒体を持ち出すときは、あらかじめ承認を得なければならない。\n次の事項を記載する。',
    );
  });

  test.each([
    ['a field that is not there', policy.replace('{field:name}', '{field:nobody}'), '欄「nobody」はありません。'],
    [
      'rows of a list that is not there',
      policy.replace('from: name', 'rows: { list: nowhere, column: a }'),
      '一覧「nowhere」はありません。',
    ],
    ['an article that is not there', policy.replace('{article:first}', '{article:last}'), '条「last」はありません。'],
    [
      'a unit that is not there',
      policy.replace('[client-a1-i1], needs', '[client-z], needs'),
      '単位「client-z」はありません。',
    ],
    ['something else in braces', policy.replace('{field:name}', '{role:x}'), '「{role:x}」は何にも置き換わりません。'],
    ['a blank that is not there', policy.replace('from: name', 'from: nothing'), '空欄「nothing」はありません。'],
    ['another id than its file', policy.replace('id: policy', 'id: rules'), '「policy」と書いてください。'],
  ])('%s is told with its place', async (_name, text, told) => {
    const message = await faultsOf(text);
    expect(message).toContain(told);
    expect(message).toContain('documents/policy.yaml:');
  });
});
