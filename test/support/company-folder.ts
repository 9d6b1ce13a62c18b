/** A company handbook with each kind of thing that a company tailors, to lay over the sound content folder. */
export const companyFiles: Record<string, string> = {
  'organization.yaml': `# 会社名
name: ''
roles:
  # 統括する者
  securityOfficer: 統括責任者
  inspectionOfficer: '{{choice:inspection}}責任者'
contacts: { handbook: '', incident: '', officerPhone: '' }
months:
  # 点検の月
  inspectionMonth: ''
revisions: {}
choices:
  # 監査もするか
  inspection: unset # あとで決める
  devices: unset
blanks:
  capacity: ''
`,
  'choices.yaml': `choices:
  inspection: { question: 監査もするか, options: { both: 監査・点検, only: 点検 } }
  devices: { question: 私有の機器を使わせるか, options: { allowed: 許可, forbidden: 禁止 } }
blanks:
  inspectionMonth: { in: months, question: 点検の月, printed: ○月, unit: 月 }
  officerPhone: { in: contacts, question: 責任者の電話, printed: 090-〇 }
  capacity: { question: 容量, printed: 〇TB, unit: TB }
`,
  'roles.yaml': `company:
  securityOfficer: { meaning: 情報セキュリティを統括する者 }
  inspectionOfficer: { meaning: 点検する者 }
client:
  worker: { name: 従事者, meaning: 業務に就く者 }
`,
  'glossary.yaml': `client:
  medium: { term: 媒体, provision: a1-i2, definition: 記録する物。 }
company:
  officer: { term: '{{role:securityOfficer}}', provision: 1-p1, definition: まとめる者。, within: ['01'] }
`,
  'sources/company.yaml': `title: 社内規程
short: 規程
publisher: 見本社
version: 第1版
status: 社内の決まり
readWhen: いつも
ours: true
unitPrefix: own-
units:
  - { id: own-1-h, label: '1.', heading: true }
  - { id: own-1-p1, label: 1. 第1文 }
  - { id: own-1-p2, label: 1. 第2文 }
  - { id: own-2-h, label: '2.', heading: true }
  - { id: own-2-p1, label: 2. 第1文 }
omitted: []
`,
  'handbooks/company/01.mdx': `---
title: 1章
description: 社内の決まり。
---

<Section anchor="1-h" number="1." caption="{{choice:inspection}}">

<Provision anchor="1-p1" number="第1文" units={['own-1-p1']} actors={['inspectionOfficer']} modality="must" when={{ text: '{{blank:inspectionMonth}}' }}>

<Role id="inspectionOfficer" />は、<Blank id="inspectionMonth" />に<Choice id="inspection" />を行い、<Role id="securityOfficer" />（<Blank id="officerPhone" />）に報告する。

</Provision>

<Provision anchor="1-p2" number="第2文" units={['own-1-p2']} modality="must">

<Choice id="devices">
<Option id="allowed">

私有の機器は、<Ref to="company:2-h">2.</Ref>により使う。

</Option>
<Option id="forbidden">

私有の機器を使わない。

</Option>
</Choice>

</Provision>

</Section>

<When choice="devices" is="allowed">

<Section anchor="2-h" number="2." caption="私有の機器">

<Provision anchor="2-p1" number="" units={['own-2-p1']} modality="must">

<Ref to="company:1-p2">1.</Ref>の機器は、<Blank id="capacity" />までとする。

</Provision>

</Section>

</When>
`,
};
