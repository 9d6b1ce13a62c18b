import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small content folder that is sound; tests change one file of it to see what the build says. */
const sound: Record<string, string> = {
  'organization.yaml': `name: ''
roles: { securityOfficer: 統括責任者 }
contacts: { handbook: '', incident: '' }
months: {}
revisions: {}
choices: {}
blanks: {}
`,
  'choices.yaml': `choices: {}
blanks: {}
`,
  'glossary.yaml': `{}
`,
  'conflicts.yaml': `{}
`,
  'roles.yaml': `company:
  securityOfficer: { meaning: 情報セキュリティを統括する者 }
client:
  worker: { name: 従事者, meaning: 業務に就く者 }
`,
  'records.yaml': `client:
  removalRegister: { name: 管理簿（持ち出し）, kind: register, phase: during }
`,
  'topics.yaml': `removal: 持ち出し
`,
  'term-variants.yaml': `variants:
  - { words: [媒体, メディア], kind: term, certainty: 推定 }
commonWords: []
`,
  'products.yaml': `checkedOn: '2026-11-21'
products:
  - { name: Windows 8.1, pattern: 'Windows\\s*8\\.1', supportEnds: '2023-01-10', source: 開発元, certainty: 確実 }
`,
  'sources/client.yaml': `title: 取扱特記事項
short: 特記事項
publisher: 見本市
version: 第1版
status: 契約に付く
readWhen: 見本市の仕事をするとき
unitPrefix: client-
units:
  - { id: client-c1-h, label: 第1条の二, heading: true }
  - { id: client-a1-i1, label: 第1条の二第1号 }
  - { id: client-a1-i2, label: 第1条の二第2号 }
omitted:
  - { id: client-c1-h, reason: 見出し }
`,
  'handbooks/client/index.mdx': `---
title: 取扱特記事項
description: 見本市の仕事での決まり。
---

<Section anchor="c1-h" number="第1条の二" caption="持ち出し">

<Provision anchor="a1-i1" number="第1号" units={['client-a1-i1']} actors={['worker']} modality="must"
  when={{ text: '媒体を持ち出すとき', within: 'before' }} deliverable="removalRegister" topics={['removal']}>

従事者は、**媒体**を持ち出す前に承認を得る。

- 日時
- 持ち出し先

<EditorNote certainty="推定" date="2026-11-21">原文に号の番号はない。</EditorNote>

</Provision>

<Provision anchor="a1-i2" number="第2号" units={['client-a1-i2']} modality="information">

<Ref to="client:a1-i1">前号</Ref>の記録は、次の表による。

| 欄 | 書くこと |
| --- | --- |
| 日時 | 持ち出した時 |

</Provision>

</Section>
`,
  'checklists/removal.yaml': `id: removal
version: 1
title: 持ち出し確認リスト
lead: '{{role:securityOfficer}}が記入する。'
basis: [client:a1-i1]
sections:
  - id: media
    title: 媒体
    items:
      - { id: approval, number: 1, text: 承認を得ている, guidance: 記録があること, evidence: 管理簿, citations: [client:a1-i1] }
`,
};

/** Writes the sound folder with some files changed, runs the test, and removes it. @param run gets the folder's path */
export async function withContent<T>(
  changes: Record<string, (text: string) => string>,
  run: (root: string) => Promise<T>,
  /** Files besides the sound ones, or in their place. */
  more: Record<string, string> = {},
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'kitei-content-'));
  try {
    for (const [name, text] of Object.entries({ ...sound, ...more })) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      const changed = changes[name]?.(text) ?? text;
      if (changes[name] && changed === text) throw new Error(`The change to ${name} changes nothing.`);
      await writeFile(join(root, name), changed);
    }
    return await run(root);
  } finally {
    await rm(root, { recursive: true });
  }
}
