import { expect, test } from 'vitest';
import type { ScopeBook, ScopeEntry } from '../../../src/core/decision/double-entry.ts';
import { prove } from '../../../src/core/decision/prove.ts';
import type { DecisionDefinition, Duty } from '../../../src/record/v1/decision/definition.ts';
import { basis, definition } from '../../record/v1/decision/fixture.ts';
import { book, entries } from '../../record/v1/decision/fixture-book.ts';

function flawsOf(change: Partial<DecisionDefinition>, other: Partial<ScopeBook> = {}): string[] {
  const { flaws } = prove({ ...definition, ...change }, { ...book, ...other });
  return flaws.map(({ path, problem, hint, isScope }) => `${isScope ? 'scope ' : ''}${path}: ${problem} ${hint}`);
}

function change(id: string, other: Partial<Duty>): { duties: Duty[] } {
  return { duties: definition.duties.map((duty) => (duty.id === id ? { ...duty, ...other } : duty)) };
}

function rescope(id: string, other: Partial<ScopeEntry>): { entries: ScopeEntry[] } {
  return { entries: entries.map((one) => (one.id === id ? { ...one, ...other } : one)) };
}

test('what speaks and is not shown is printed with the combination, the unit and its words', () => {
  expect(flawsOf({ duties: definition.duties.filter(({ id }) => id !== 'bag') })).toMatchInlineSnapshot(`
    [
      "scope covers[a5]: a5 が当てはまるのに、何も知らせていません（clients={}, medium=paper, byod=allowed）（ほか 11 通り）。 「a5の文」 それを引く「すること」（duty）を書くか、条件を広げてください。",
    ]
  `);
});

test('a condition that is too narrow leaves the other cases', () => {
  expect(
    flawsOf(change('register', { when: [{ clients: { any: ['nerima'] }, medium: { any: ['usb'] } }] })),
  ).toMatchInlineSnapshot(`
    [
      "scope covers[n1]: n1 が当てはまるのに、何も知らせていません（clients=nerima, medium=paper, byod=allowed）（ほか 5 通り）。 「n1の文」 それを引く「すること」（duty）を書くか、条件を広げてください。",
    ]
  `);
});

test('a condition that is too wide shows what does not speak', () => {
  expect(flawsOf(change('bag', { when: [] }))).toMatchInlineSnapshot(`
    [
      "duties[3]: すること「bag」が、当てはまらない company:a5 を示しています（clients={}, medium=usb, encrypted=yes, byod=allowed）（ほか 23 通り）。 「a5の文」 条件を狭めるか、原文がそう言うなら scopes の場合を広げてください。",
      "duties[3]: すること「bag」が知らせることは、ほかのものも全部引いています（clients={}, medium=usb, encrypted=yes, byod=allowed）（ほか 23 通り）。 もう一つとまとめるか、scopes で unit を部分に分けて、それぞれの部分を引いてください。",
    ]
  `);
});

test('a scope that is too wide for the duties is the same difference, seen from the other side', () => {
  expect(flawsOf({}, rescope('n1', { when: [] }))[0]).toContain(
    'scope covers[n1]: n1 が当てはまるのに、何も知らせていません（clients={}',
  );
});

test('what obliges is told by a duty, not by a conclusion alone', () => {
  expect(flawsOf({}, rescope('a1', { binds: true }))).toMatchInlineSnapshot(`
    [
      "scope covers[a1]: a1 が当てはまるのに、何も知らせていません（clients={}, medium=usb, encrypted=no, byod=allowed）（ほか 11 通り）。 「a1の文」 それを引く「すること」（duty）を書くか、条件を広げてください。",
    ]
  `);
});

test('two duties that tell the same are one, or parts of it', () => {
  const [permission] = definition.duties;
  if (!permission) throw new Error('The fixture has duties.');
  const again = { ...permission, id: 'permission-again' };
  expect(flawsOf({ duties: [...definition.duties, again] })).toMatchInlineSnapshot(`
    [
      "duties[0]: すること「permission」が知らせることは、ほかのものも全部引いています（clients={}, medium=usb, encrypted=yes, byod=allowed）（ほか 35 通り）。 もう一つとまとめるか、scopes で unit を部分に分けて、それぞれの部分を引いてください。",
      "duties[4]: すること「permission-again」が知らせることは、ほかのものも全部引いています（clients={}, medium=usb, encrypted=yes, byod=allowed）（ほか 35 通り）。 もう一つとまとめるか、scopes で unit を部分に分けて、それぞれの部分を引いてください。",
    ]
  `);
});

test('what a rule hangs on is asked', () => {
  const when = [{ encrypted: { any: ['yes'] }, clients: { any: ['nerima'] } }];
  expect(flawsOf(change('register', { when }), rescope('n1', { when }))).toMatchInlineSnapshot(`
    [
      "scope covers[n1]: n1 は「encrypted」で決まるのに、たずねていません（clients=nerima, medium=paper, byod=allowed）（ほか 5 通り）。 その場合にもたずねるか、どの場合のことかを scopes に書いてください。",
    ]
  `);
});

test('a question whose answer decides is asked wherever the scope book says so', () => {
  const asks = [{ question: 'encrypted', when: [{ clients: { any: ['nerima'] } }], path: 'asks[0]' }];
  expect(flawsOf({}, { asks })).toEqual([
    'scope asks[0]: 「encrypted」で決まるのに、たずねていません（clients=nerima, medium=paper, byod=allowed）（ほか 5 通り）。 その場合にもたずねてください。',
  ]);
});

test('a citation of what the scope book does not know shows nothing', () => {
  expect(flawsOf(change('bag', { basis: [...basis('company:a5'), ...basis('company:a9')] }))[0]).toContain(
    'すること「bag」が、当てはまらない company:a9 を示しています',
  );
});

test('nobody is told that he may go on where something is forbidden, or leave is asked', () => {
  expect(flawsOf({}, { easy: new Set(['allowed']) })).toMatchInlineSnapshot(`
    [
      "outcomes[1]: 結論「allowed」は進んでよいと言うのに、すること「bureau」が禁じています（clients=rodokyoku, medium=usb, encrypted=yes, byod=allowed）（ほか 11 通り）。 この場合は、何が妨げになるかを言う別の結論にしてください。",
    ]
  `);
  expect(flawsOf({}, { easy: new Set(['forbidden']), ...rescope('a4', { asksLeave: true }) })).toContainEqual(
    expect.stringContaining('結論「forbidden」は進んでよいと言うのに、すること「permission」が許可を求めています'),
  );
});
