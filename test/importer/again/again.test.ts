import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readLibrary } from '../../../src/compiler/library.ts';
import type { RegulationNode } from '../../../src/importer/model/tree.ts';
import { afterImport, emptyFolder, importTree } from '../../support/import-regulation.ts';
import { marked, node, tree } from '../../support/regulation.ts';
import { withFolder } from '../../support/with-folder.ts';

const page = 'handbooks/rules/index.mdx';
const record = 'imports/rules.yaml';
const amendments = 'amendments/rules.yaml';

/** 第n条 with a caption and one paragraph, as the structure of the document has it. */
function article(n: number, caption: string, body: string, children: RegulationNode[] = []): RegulationNode {
  const paragraph = node('paragraph', `a${n}`, { body, label: `第${n}条`, children });
  return node('article', `c${n}-h`, {
    number: `第${n}条`,
    caption,
    label: `第${n}条${caption}`,
    children: [paragraph],
  });
}

const keep = ['（保管）', '従業員は、書類を施錠した所に保管しなければならない。'] as const;
const carry = ['（持ち出し）', '従業員は、書類を持ち出すときは、部門長の承認を得なければならない。'] as const;
const waste = ['（廃棄）', '従業員は、書類を廃棄するときは、細断しなければならない。'] as const;
const first = tree([article(1, ...keep), article(2, ...carry), article(3, ...waste)]);
const inferred = { a2: { actors: { value: [{ name: '従業員' }], certainty: 'sure' as const, from: '従業員は' } } };
const folder = afterImport(emptyFolder, importTree(first, emptyFolder, { version: '第1版', inferred }));

/** The folder with a file changed as a person would. */
function withChange(path: string, from: string, to: string): Map<string, string> {
  const text = folder.get(path) ?? '';
  if (!text.includes(from)) throw new Error(`${path} has no ${from}.`);
  return new Map([...folder, [path, text.replace(from, to)]]);
}

describe('the same file again', () => {
  test('changes nothing, byte for byte', () => {
    const again = importTree(first, folder, { title: undefined, inferred });
    expect([...again.files.keys(), ...again.removed]).toEqual([]);
    expect(again.changes).toEqual([]);
  });

  test('changes nothing of what a person has put in, either', () => {
    const note = '<EditorNote certainty="確実" date="2026-11-30">\n\n「部門長」の定めがない。\n\n</EditorNote>';
    const changed = withChange(
      page,
      `actors={['employee']} modality="information">\n\n従業員は、書類を持ち出すときは、部門長`,
      `actors={[ 'employee' ]}   modality="must">\n\n<Role id="employee" />は、書類を<Ref to="rules:a1">持ち出す</Ref>ときは、**部門長**`,
    );
    changed.set(
      page,
      (changed.get(page) ?? '').replace('承認を得なければならない。\n', `承認を得なければならない。\n\n${note}\n`),
    );
    changed.set(
      page,
      (changed.get(page) ?? '').replace(
        '</Section>\n\n<Section anchor="c3-h"',
        `</Section>\n\n${note}\n\n<Section anchor="c3-h"`,
      ),
    );
    const again = importTree(first, changed, { title: undefined, inferred });
    expect([...again.files.keys()]).toEqual([]);
    expect(again.diagnostics).toEqual([]);
  });
});

describe('another edition', () => {
  const inserted = '従業員は、業務用の端末を貸与されたときは、台帳に記入する。';
  const second = tree([
    article(1, ...keep),
    article(2, '（貸与）', inserted),
    article(3, carry[0], `${carry[1].replace('承認', '書面による承認')}`),
    article(4, ...waste),
  ]);
  const result = importTree(second, folder, {
    title: undefined,
    version: '第2版',
    today: '2027-04-01',
    inferred: { a3: inferred.a2 },
  });

  test('lets anchors follow the text; a new place has one that is free', () => {
    const anchors = parse(result.files.get(record) ?? '').places.map(
      ({ anchor, label }: Record<string, string>) => `${label} ${anchor}`,
    );
    expect(anchors).toEqual([
      '第1条（保管） c1-h',
      '第1条 a1',
      '第2条（貸与） c2-x2-h',
      '第2条 a2-x2',
      '第3条（持ち出し） c2-h',
      '第3条 a2',
      '第4条（廃棄） c3-h',
      '第4条 a3',
    ]);
    expect(result.files.get(page)).toContain('<Section anchor="c2-h" number="第3条" caption="（持ち出し）">');
  });

  test('enters what it has changed', () => {
    expect(parse(result.files.get(amendments) ?? '')).toEqual([
      {
        from: '第1版',
        to: '第2版',
        on: '2027-04-01',
        changes: [
          { anchor: 'c2-x2-h', kind: 'added', new: { label: '第2条（貸与）', text: '（貸与）' } },
          { anchor: 'a2-x2', kind: 'added', new: { label: '第2条', text: inserted } },
          {
            anchor: 'c2-h',
            kind: 'renumbered',
            old: { label: '第2条（持ち出し）', text: '（持ち出し）' },
            new: { label: '第3条（持ち出し）', text: '（持ち出し）' },
          },
          {
            anchor: 'a2',
            kind: 'reworded',
            old: { label: '第2条', text: carry[1] },
            new: { label: '第3条', text: carry[1].replace('承認', '書面による承認') },
          },
          {
            anchor: 'c3-h',
            kind: 'renumbered',
            old: { label: '第3条（廃棄）', text: '（廃棄）' },
            new: { label: '第4条（廃棄）', text: '（廃棄）' },
          },
          {
            anchor: 'a3',
            kind: 'renumbered',
            old: { label: '第3条', text: waste[1] },
            new: { label: '第4条', text: waste[1] },
          },
        ],
      },
    ]);
  });

  test('makes a folder that is sound', () =>
    withFolder(afterImport(folder, result), async (root) => {
      const { provisions } = await readLibrary(root, '/');
      expect([...provisions.keys()]).toEqual(['rules:a1', 'rules:a2-x2', 'rules:a2', 'rules:a3']);
    }));

  test('never uses an anchor again', () => {
    const without = importTree(tree([article(1, ...keep), article(2, ...waste)]), folder, {
      title: undefined,
      version: '第2版',
    });
    const after = afterImport(folder, without);
    expect(parse(after.get(record) ?? '').retired).toEqual(['c2-h', 'a2']);
    const back = importTree(
      tree([article(1, ...keep), article(2, '（教育）', '毎年、全員に教育を行う。'), article(3, ...waste)]),
      after,
      { title: undefined, version: '第3版' },
    );
    const { places, retired } = parse(back.files.get(record) ?? '');
    expect(places.map(({ anchor }: Record<string, string>) => anchor)).toEqual([
      'c1-h',
      'a1',
      'c2-x2-h',
      'a2-x2',
      'c3-h',
      'a3',
    ]);
    expect(retired).toEqual(['c2-h', 'a2']);
    expect(parse(back.files.get(amendments) ?? '').map(({ to }: Record<string, string>) => to)).toEqual([
      '第3版',
      '第2版',
    ]);
  });

  test('keeps the fields that a person has put right, also where the words are others now', () => {
    const corrected = withChange(
      page,
      `units={['rules-a2']} actors={['employee']} modality="information"`,
      `units={['rules-a2']} modality="must" when={{ text: '持ち出すとき' }} under="a1"`,
    );
    const { files } = importTree(second, corrected, {
      title: undefined,
      version: '第2版',
      inferred: { a3: inferred.a2 },
    });
    const tag = `<Provision anchor="a2" number="" units={['rules-a2']} modality="must" when={{ text: '持ち出すとき' }} under="a1">`;
    expect(files.get(page)).toContain(tag);
  });

  test('keeps an editor’s note where the words beside it are others now', () => {
    const note = '<EditorNote certainty="推定" date="2026-11-30">\n\n部門長のことか。\n\n</EditorNote>';
    const noted = withChange(
      page,
      '部門長の承認を得なければならない。\n',
      `部門長の承認を得なければならない。\n\n${note}\n`,
    );
    const { files } = importTree(second, noted, { title: undefined, version: '第2版' });
    expect(files.get(page)).toContain(`書面による承認を得なければならない。\n\n${note}\n\n</Provision>`);
  });

  test('tells where a note is lost with its place', () => {
    const note = '<EditorNote certainty="推定" date="2026-11-30">\n\n部門長のことか。\n\n</EditorNote>';
    const noted = withChange(
      page,
      '部門長の承認を得なければならない。\n',
      `部門長の承認を得なければならない。\n\n${note}\n`,
    );
    const { diagnostics } = importTree(tree([article(1, ...keep)]), noted, { title: undefined, version: '第2版' });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '「a2」が頁からなくなったので、そこに書き足されていたもの（編集注など）も消えました。要るなら、もとの頁から写してください。',
    ]);
  });

  test('tells of words that were changed in the page: the document is the master', () => {
    const changed = withChange(page, '細断しなければならない', '溶解しなければならない');
    const again = importTree(first, changed, { title: undefined, inferred });
    expect(again.files.get(page)).toBe(folder.get(page));
    expect(again.diagnostics.map(({ message }) => message)).toEqual([
      '「第3条」（a3）の本文は、頁で書き換えられていました。文書の言葉に戻しました。直すときは、もとの文書を直してください。',
    ]);
  });

  test('knows a role again that a person has renamed', () => {
    const renamed = withChange('roles.yaml', 'name: 従業員', 'name: 社員等');
    const again = importTree(first, renamed, { title: undefined, inferred });
    expect([...again.files.keys()]).toEqual([]);
  });

  test('takes out a record that no place names any more', () => {
    const report = {
      a3: { deliverables: { value: [{ name: '廃棄報告書' }], certainty: 'sure' as const, from: '廃棄報告書' } },
    };
    const named = afterImport(emptyFolder, importTree(first, emptyFolder, { inferred: report }));
    expect(named.get('records.yaml')).toContain('disposalReport');
    const after = afterImport(named, importTree(tree([article(1, ...keep)]), named, { title: undefined }));
    expect(after.get('records.yaml')).toBe('rules: {}\n');
  });

  test('keeps what a person has put into the source, and leaves out what is to be left out', () => {
    const changed = withChange(
      'sources/rules.yaml',
      'readWhen: 「情報取扱規程」の定めを確かめるとき',
      'readWhen: 書類を扱うとき # 総務部が決めた',
    );
    changed.set(
      'sources/rules.yaml',
      (changed.get('sources/rules.yaml') ?? '').replace(
        'omitted: []',
        'omitted:\n  - { id: rules-a3, reason: 別の規程にある }\n  - { id: rules-c3-h, reason: 別の規程にある }',
      ),
    );
    const { files } = importTree(second, changed, { title: undefined, version: '第2版' });
    expect(files.get('sources/rules.yaml')).toContain('readWhen: 書類を扱うとき # 総務部が決めた\n');
    expect(files.get('sources/rules.yaml')).toContain('version: 第2版\n');
    expect(files.get(page)).not.toContain('廃棄');
  });

  test('writes references anew where the number means another place now', () => {
    const refer = (n: number, anchor: string) => ({ [`a${n}`]: { references: [{ from: 0, to: 3, line: 0, anchor }] } });
    const old = tree([article(1, ...keep), article(2, ...carry), article(3, '（準用）', '第2条は、写しに準用する。')]);
    const before = afterImport(emptyFolder, importTree(old, emptyFolder, { inferred: refer(3, 'a2') }));
    expect(before.get(page)).toContain('<Ref to="rules:a2">第2条</Ref>は');
    const now = tree([
      article(1, ...keep),
      article(2, '（貸与）', inserted),
      article(3, ...carry),
      article(4, '（準用）', '第2条は、写しに準用する。'),
    ]);
    const { files } = importTree(now, before, { title: undefined, inferred: refer(4, 'a2') });
    expect(files.get(page)).toContain('<Ref to="rules:a2-x2">第2条</Ref>は');
  });
});

test('blanks and choices stay while their words do, and go with them, with what was filled in told', () => {
  const coloured = tree([
    node('text', 'p1', { body: [marked('点検は○月に行う。', { from: 3, to: 5, colour: 'red' })] }),
  ]);
  const before = afterImport(emptyFolder, importTree(coloured));
  expect([...importTree(coloured, before, { title: undefined }).files.keys()]).toEqual([]);
  before.set('organization.yaml', (before.get('organization.yaml') ?? '').replace("rulesP1n1: ''", 'rulesP1n1: 4月'));
  const gone = importTree(tree([node('text', 'p1', { body: ['点検は毎月行う。'] })]), before, { title: undefined });
  const after = afterImport(before, gone);
  expect(after.get('choices.yaml')).toBe(emptyFolder.get('choices.yaml'));
  expect(after.get('organization.yaml')).toBe(emptyFolder.get('organization.yaml'));
  expect(gone.diagnostics.map(({ message }) => message)).toEqual([
    '「rulesP1n1」に入れた値は、文書からその空欄や選択がなくなったので、消しました。',
  ]);
});
