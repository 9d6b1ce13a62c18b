import { expect, test } from 'vitest';
import { Faults } from '../../src/compiler/faults.ts';
import { InForce } from '../../src/compiler/in-force/in-force.ts';
import { readHandbookPage } from '../../src/compiler/read-handbook-page.ts';
import { fillLines } from '../../src/core/tailoring/wording.ts';

const page = (body: string) => `---
title: 一章
description: 決まり。
---

<Section anchor="1-h" number="1." caption="送付">

<Provision anchor="1-p1" number="" units={['own-1-p1']} modality="must">

${body}

</Provision>

</Section>
`;

function read(body: string, ...off: string[]) {
  const faults = new Faults('content');
  const read = readHandbookPage(page(body), 'content/handbooks/own/01.mdx', faults, new InForce(off));
  expect(faults.list()).toEqual([]);
  const [provision] = read?.provisions ?? [];
  const text = fillLines(provision?.text ?? [], { values: new Map(), roles: {}, blanks: {}, choices: {} });
  return { text, refs: provision?.refs.map(({ to }) => to), documents: read?.documents };
}

const sentence = '送る。<When document="nerima">練馬区は<Ref to="nerima:a1">第1条</Ref>による。</When>確かめる。';
const list = ['nerima', 'kojinjoho'].map((id) => `<When document="${id}">\n\n- ${id}\n\n</When>`).join('\n');

test('what is said of a document stands while it is in force', () => {
  expect(read(sentence)).toEqual({
    text: '送る。練馬区は第1条による。確かめる。',
    refs: ['nerima:a1'],
    documents: [{ id: 'nerima', line: 10 }],
  });
  expect(read(list).text).toBe('nerima\nkojinjoho');
});

test('and goes with it, the reference too', () => {
  expect(read(sentence, 'nerima')).toEqual({ text: '送る。確かめる。', refs: [], documents: [] });
  expect(read(list, 'nerima').text).toBe('kojinjoho');
});

test('a reference outside leads nowhere, and its words stay', () => {
  expect(read('<Ref to="nerima:a1">前の条</Ref>による。', 'nerima')).toEqual({
    text: '前の条による。',
    refs: [],
    documents: [],
  });
});
