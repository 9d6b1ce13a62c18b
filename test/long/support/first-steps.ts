import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeOrganization } from '../../../src/core/tailoring/write-organization.ts';

type Texts = Record<string, string>;

/** What README.md tells a company to do first, each alone. Every step gets the path of a content folder. */
export const firstSteps: Record<string, (content: string) => Promise<void>> = {
  'a name': (content) => tailor(content, () => [['name', '株式会社見本']]),
  'other names of all roles': (content) =>
    tailor(content, ({ roles }) =>
      Object.keys(roles).map((id, at) => [`roles.${id}`, `${String.fromCharCode('ァ'.charCodeAt(0) + 1 + at)}組`]),
    ),
  'the last option of every choice': async (content) => {
    const { choices } = parse(await readFile(join(content, 'choices.yaml'), 'utf8'));
    await tailor(content, () =>
      Object.entries<{ options: Texts }>(choices).map(([id, { options }]) => [
        `choices.${id}`,
        Object.keys(options).at(-1) ?? '',
      ]),
    );
  },
  'a second check list': (content) => writeFile(join(content, 'checklists/home-working.yaml'), checklist),
  'a decision': (content) => cp('test/fixtures/decisions', join(content, 'decisions'), { recursive: true }),
  'a sixth handbook': async (content) => {
    await mkdir(join(content, 'handbooks/sample'));
    await writeFile(join(content, 'handbooks/sample/index.mdx'), handbook);
    await writeFile(join(content, 'sources/sample.yaml'), source);
    await appendFile(join(content, 'roles.yaml'), roles);
    await appendFile(join(content, 'records.yaml'), records);
  },
};

/** Writes values into organization.yaml. @param values gets the file as it is */
async function tailor(content: string, values: (shipped: { roles: Texts }) => [string, string][]): Promise<void> {
  const file = join(content, 'organization.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, writeOrganization(text, new Map(values(parse(text)))));
}

const checklist = `id: home-working
version: 1
title: 在宅勤務の自己点検リスト
lead: '自宅で働く{{role:employee}}が、月に一度確かめるリストです。'
basis: [company:06-5-p1]
sections:
  - id: place
    title: 働く場所
    items:
      - id: screen
        number: 1
        text: 家族や来客から画面が見えない場所で働いている。
        guidance: 画面の向きか部屋を分けていれば実施とする。
        evidence: 席の写真
        citations: [company:05-1-r15]
      - id: papers
        number: 2
        text: 書類を机の上に置いたままにしていない。
        guidance: 離れるときに引き出しか鍵のかかる所へ入れていれば実施とする。
        evidence: 保管場所の写真
        citations: [company:05-1-r15, nerima:a6]
`;

const source = `title: 電子データ等取扱特記事項
short: 見本市の特記事項
publisher: 見本市
version: 令和8年4月1日
status: 業務委託の契約に付く特記事項
readWhen: 見本市の業務を受けるとき
unitPrefix: sample-
units:
  - { id: sample-a1-h, label: 第1条, heading: true }
  - { id: sample-a1-p1, label: 第1条第1項 }
  - { id: sample-a1-p2, label: 第1条第2項 }
omitted: []
`;

const handbook = `---
title: 電子データ等取扱特記事項［見本市］
description: 見本市の業務を受けた事業者が、電子データを守るためにすること。
---

この手引は、見本市から業務を受けた事業者に向けて、特記事項を条ごとに示す。

<Section anchor="a1-h" number="第1条" caption="電子データの持ち出し">

<Provision anchor="a1-p1" number="第1項" units={['sample-a1-p1']} actors={['contractor']} modality="must"
  when={{ text: '電子データを持ち出すとき', within: 'before' }} deliverable="removalApproval" topics={['removal']}>

受託者は、電子データを持ち出す前に、見本市の承認を書面で得る。

</Provision>

<Provision anchor="a1-p2" number="第2項" units={['sample-a1-p2']} actors={['contractor']} modality="must-not" topics={['removal']}>

受託者は、承認のない電子データを、私物の端末に写さない。

</Provision>

</Section>
`;

const roles = `sample:
  contractor: { name: 受託者, printed: 乙, meaning: 見本市の業務を受けた事業者 }
`;

const records = `sample:
  removalApproval: { name: 持ち出しの承認書, kind: document, phase: during }
`;
