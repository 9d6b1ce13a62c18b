import { expect, test } from 'vitest';
import { SaidSchema, speak } from '../../../src/core/decision/said.ts';

const part = (text: string, ...of: string[]) => (of.length > 0 ? { text, of } : { text });
const inForce = (handbook: string) => handbook !== 'nerima';

test.each<[string, unknown, unknown]>([
  ['a text stays', '上から選ぶ。', '上から選ぶ。'],
  ['pieces are joined', [part('上から'), part('選ぶ。')], '上から選ぶ。'],
  ['a piece goes with its document', [part('上から選ぶ'), part('（練馬区も）', 'nerima'), part('。')], '上から選ぶ。'],
  ['and with each of several', [part('甲', 'higashiosaka'), part('・', 'nerima', 'higashiosaka')], '甲'],
  ['a key goes with the last of its text', { id: 'a', help: [part('練馬区', 'nerima')] }, { id: 'a' }],
  ['and so does a place in a list', ['一', [part('練馬区', 'nerima')], '三'], ['一', '三']],
  [
    'other lists stay as they are',
    { when: [{ task: ['send', 'carry'] }], none: [] },
    { when: [{ task: ['send', 'carry'] }], none: [] },
  ],
])('speak: %s', (_, given, expected) => {
  expect(speak(given, inForce)).toEqual(expected);
});

test('speak tells where a document is named', () => {
  const places: string[] = [];
  speak({ remarks: ['一', [part('二', 'nerima')]] }, (handbook, path) => {
    places.push(`${handbook} ${path}`);
    return true;
  });
  expect(places).toEqual(['nerima remarks[1][0].of']);
});

test('no other key stands in a piece', () => {
  expect(SaidSchema.safeParse([{ text: '甲', off: 'nerima' }]).success).toBe(false);
  expect(SaidSchema.safeParse([]).success).toBe(false);
});
