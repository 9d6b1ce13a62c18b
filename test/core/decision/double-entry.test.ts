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
      "scope covers[a5]: a5 speaks and nothing says it: clients={}, medium=paper, byod=allowed (and 11 more). 「a5の文」 Write a duty that cites it, or widen one.",
    ]
  `);
});

test('a condition that is too narrow leaves the other cases', () => {
  expect(
    flawsOf(change('register', { when: [{ clients: { any: ['nerima'] }, medium: { any: ['usb'] } }] })),
  ).toMatchInlineSnapshot(`
    [
      "scope covers[n1]: n1 speaks and nothing says it: clients=nerima, medium=paper, byod=allowed (and 5 more). 「n1の文」 Write a duty that cites it, or widen one.",
    ]
  `);
});

test('a condition that is too wide shows what does not speak', () => {
  expect(flawsOf(change('bag', { when: [] }))).toMatchInlineSnapshot(`
    [
      "duties[3]: duty "bag" shows company:a5, which does not speak: clients={}, medium=usb, encrypted=yes, byod=allowed (and 23 more). 「a5の文」 Narrow its condition, or widen the scope where the source does.",
      "duties[3]: duty "bag" says nothing that another does not cite as well: clients={}, medium=usb, encrypted=yes, byod=allowed (and 23 more). Merge it with the other, or split the unit into parts in the scope book and cite its own.",
    ]
  `);
});

test('a scope that is too wide for the duties is the same difference, seen from the other side', () => {
  expect(flawsOf({}, rescope('n1', { when: [] }))[0]).toContain(
    'scope covers[n1]: n1 speaks and nothing says it: clients={}',
  );
});

test('what obliges is told by a duty, not by a conclusion alone', () => {
  expect(flawsOf({}, rescope('a1', { binds: true }))).toMatchInlineSnapshot(`
    [
      "scope covers[a1]: a1 speaks and nothing says it: clients={}, medium=usb, encrypted=no, byod=allowed (and 11 more). 「a1の文」 Write a duty that cites it, or widen one.",
    ]
  `);
});

test('two duties that tell the same are one, or parts of it', () => {
  const [permission] = definition.duties;
  if (!permission) throw new Error('The fixture has duties.');
  const again = { ...permission, id: 'permission-again' };
  expect(flawsOf({ duties: [...definition.duties, again] })).toMatchInlineSnapshot(`
    [
      "duties[0]: duty "permission" says nothing that another does not cite as well: clients={}, medium=usb, encrypted=yes, byod=allowed (and 35 more). Merge it with the other, or split the unit into parts in the scope book and cite its own.",
      "duties[4]: duty "permission-again" says nothing that another does not cite as well: clients={}, medium=usb, encrypted=yes, byod=allowed (and 35 more). Merge it with the other, or split the unit into parts in the scope book and cite its own.",
    ]
  `);
});

test('what a rule hangs on is asked', () => {
  const when = [{ encrypted: { any: ['yes'] }, clients: { any: ['nerima'] } }];
  expect(flawsOf(change('register', { when }), rescope('n1', { when }))).toMatchInlineSnapshot(`
    [
      "scope covers[n1]: n1 hangs on "encrypted", which is not asked: clients=nerima, medium=paper, byod=allowed (and 5 more). Ask it there, or say in the scope which cases are meant.",
    ]
  `);
});

test('a question whose answer decides is asked wherever the scope book says so', () => {
  const asks = [{ question: 'encrypted', when: [{ clients: { any: ['nerima'] } }], path: 'asks[0]' }];
  expect(flawsOf({}, { asks })).toEqual([
    'scope asks[0]: "encrypted" decides, and is not asked: clients=nerima, medium=paper, byod=allowed (and 5 more). Ask it there.',
  ]);
});

test('a citation of what the scope book does not know shows nothing', () => {
  expect(flawsOf(change('bag', { basis: [...basis('company:a5'), ...basis('company:a9')] }))[0]).toContain(
    'duty "bag" shows company:a9, which does not speak',
  );
});

test('nobody is told that he may go on where something is forbidden, or leave is asked', () => {
  expect(flawsOf({}, { easy: new Set(['allowed']) })).toMatchInlineSnapshot(`
    [
      "outcomes[1]: outcome "allowed" lets one go on, and duty "bureau" forbids something: clients=rodokyoku, medium=usb, encrypted=yes, byod=allowed (and 11 more). Give the case another outcome, which names what stands in the way.",
    ]
  `);
  expect(flawsOf({}, { easy: new Set(['forbidden']), ...rescope('a4', { asksLeave: true }) })).toContainEqual(
    expect.stringContaining('outcome "forbidden" lets one go on, and duty "permission" asks for leave'),
  );
});
