import { expect, test } from 'vitest';
import { emptyAnswers, itemsOf } from '../../src/record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers, ItemAnswer } from '../../src/record/v1/checklist/answers.ts';
import type { CheckItem, ChecklistDefinition } from '../../src/record/v1/checklist/definition.ts';
import { definition } from '../record/v1/checklist/fixture.ts';
import { examine, makeData, makeSigned } from './support/make-file.ts';

/** Stretches of text that lines break at, do not break at, and that one glyph or several show. */
const alphabets = [
  ...['あいうえおかきくけこ、。「」ー', '情報管理規程確認責任者委託', 'ABCdef 012,.-_/', '𠮷𩸽髙﨑', '\n', '\u3000 '],
  ...['か\u3099', '辻\u{E0100}邉\u{E0102}', 'é', 'ﾊﾝｶｸ', '○×△　', '▲◇・'],
].map((text) => text.match(/[^\p{M}]\p{M}*/gsu) ?? []);

/** The same numbers for the same seed, from 0 to 1 (a linear congruential generator). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function makeTexts(random: () => number) {
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  /** Mostly short. @param most UTF-16 units, about */
  const text = (most: number): string => {
    const length = random() ** 3 * most;
    let made = '';
    while (made.length < length) {
      const alphabet = alphabets[Math.floor(random() * alphabets.length)] ?? [];
      for (let count = random() * 12; count > 0; count--)
        made += alphabet[Math.floor(random() * alphabet.length)] ?? '';
    }
    return made;
  };
  return { pick, text, line: (most: number): string => text(most).replaceAll('\n', '') || '題' };
}

/** A list and answers of a shape that the seed decides. */
function makeDocument(seed: number): { list: ChecklistDefinition; answers: ChecklistAnswers } {
  const random = createRandom(seed);
  const { pick, text, line } = makeTexts(random);
  let number = 0;
  const makeItem = (): CheckItem => ({
    id: `item-${++number}`,
    number,
    text: line(seed % 3 === 0 ? 600 : 80),
    guidance: '',
    evidence: '',
    basis: random() < 0.5 ? [] : [{ citation: 'company:09', label: line(30), href: '/' }],
    meaning: '0'.repeat(16),
  });
  const list: ChecklistDefinition = {
    ...definition,
    title: line(seed % 5 === 0 ? 300 : 40),
    notice: line(200),
    sections: Array.from({ length: 1 + Math.floor(random() * 5) }, (_, section) => ({
      id: `section-${section}`,
      title: line(seed % 7 === 0 ? 200 : 20),
      items: Array.from({ length: 1 + Math.floor(random() * (seed % 4 === 0 ? 60 : 8)) }, makeItem),
    })),
  };
  const answerItem = (): ItemAnswer => ({
    status: pick(['done', 'partial', 'notDone', 'notApplicable', 'unanswered']),
    evidence: line(200),
    note: text(seed % 3 === 1 ? 5000 : 200),
    dueOn: '2027-01-01',
    meaning: '0'.repeat(16),
  });
  const header = {
    ...{ company: line(100), checker: line(30), checkedOn: '2026-11-20' },
    ...{ recipient: random() < 0.5 ? '' : line(100), business: '' },
  };
  const items = Object.fromEntries(itemsOf(list).map(({ id }) => [id, answerItem()]));
  return { list, answers: { ...emptyAnswers(list), header, items } };
}

test('whatever people write, their file is made again byte for byte', async () => {
  const pages: number[] = [];
  for (let seed = 1; seed <= 16; seed++) {
    const { list, answers } = makeDocument(seed);
    const bytes = await makeSigned(makeData(answers, list));
    expect({ seed, verdict: await examine(bytes) }).toMatchObject({ verdict: { match: { kind: 'equal' } } });
    pages.push(Buffer.from(bytes).toString('latin1').split('/Type /Page\n').length - 1);
  }
  console.info(`pages of each: ${pages.join(' ')}`);
  expect(Math.max(...pages)).toBeGreaterThan(10);
}, 120_000);
