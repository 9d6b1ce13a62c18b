import { companyFiles } from './company-folder.ts';

/** One list of each kind of place, to lay over the sound content folder. */
export const listFiles: Record<string, string> = {
  ...companyFiles,
  'organization.yaml': `${companyFiles['organization.yaml']}  sampleSystem: ''\n`,
  'choices.yaml': `${companyFiles['choices.yaml']}  sampleSystem: { question: 管理システムの名, printed: 〇〇システム }
lists:
  systems:
    title: 使うシステム
    columns:
      - { id: name, label: 名称, required: true }
      - { id: keeper, label: 管理する者 }
      - { id: ends, label: サポートの終わる日, kind: date, added: true, supportEnds: true }
  rooms:
    title: 区域
    columns:
      - { id: level, label: 段階, kind: one, options: [低, 高], required: true }
      - { id: name, label: 部屋, required: true }
    by: level
  calls:
    title: 連絡先
    columns: [{ id: name, label: だれ, required: true }, { id: phone, label: 電話 }]
    adds: true
`,
  'sources/company.yaml': `${(companyFiles['sources/company.yaml'] ?? '').replace('omitted: []\n', '')}  - { id: own-3-h, label: '3.', heading: true }
  - { id: own-3-r1, label: 3. 表 1行目 }
  - { id: own-3-r2, label: 3. 表 2行目 }
  - { id: own-3-r3, label: 3. 表 3行目 }
  - { id: own-4-b1, label: 4. 箇条1 }
  - { id: own-4-b2, label: 4. 箇条2 }
  - { id: own-5-r1, label: 5. 表 1行目 }
omitted: []
`,
  'checklists/removal.yaml': `id: removal
version: 1
title: 持ち出し確認リスト
lead: 記入する。
basis: [company:3-r3]
sections:
  - id: media
    title: 媒体
    items:
      - { id: systems, number: 1, text: 使うシステムを決めている, guidance: 表があること, evidence: 表, citations: [company:3-r1, company:3-r3] }
`,
  'handbooks/company/03.mdx': `---
title: 3章
description: 一覧のある頁。
---

<Section anchor="3-h" number="3." caption="システム">

<Provision anchor="3-r1" number="" caption="本社のもの" captionIn="systems" units={['own-3-r1', 'own-3-r2']} actors={['inspectionOfficer']} modality="must">

システムは、次の<Sample of="systems">例の</Sample>表のとおり。

<List id="systems">

| 名称 | 管理する者 |
| --- | --- |
| <Blank id="sampleSystem" /> | <Role id="inspectionOfficer" /> |
| Windows 8.1 の端末 | 総務 |

</List>

<Sample of="systems">

<EditorNote certainty="推定" date="2026-11-21">「総務」は<Ref to="company:2-h">2.</Ref>のものと思われる。</EditorNote>

</Sample>

</Provision>

<Provision anchor="3-r3" number="" units={['own-3-r3']} modality="information">

<List id="systems" at="company:3-r1">

| 名称 | 管理する者 |
| --- | --- |
| 支社の端末 | 支社 |

</List>

</Provision>

<Provision anchor="4-b1" number="(1)" units={['own-4-b1']} modality="information">

段階が低い区域は、<List id="rooms" group="低">受付・倉庫</List>である。

</Provision>

<Provision anchor="4-b2" number="(2)" units={['own-4-b2']} modality="information">

段階が高い区域は、次のとおり。

<List id="rooms" group="高">

- サーバー室
- 書庫

</List>

</Provision>

<Provision anchor="5-r1" number="" units={['own-5-r1']} modality="information">

<List id="calls">

| だれ | 電話 |
| --- | --- |
| <Role id="securityOfficer" /> | 〇〇〇 |

</List>

</Provision>

</Section>
`,
};

/** A file of rows of `systems`. */
export function systemsFile(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => `  - { name: システム${i + 1}, keeper: 課${i + 1} }`);
  return rows.length > 0 ? `id: systems\nrows:\n${rows.join('\n')}\n` : 'id: systems\nrows: []\n';
}
