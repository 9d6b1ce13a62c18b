import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { buildCrosswalk, type TopicRow } from '../../src/core/crosswalk/crosswalk.ts';
import type { Library } from '../../src/core/regulation/library.ts';
import { knownConflicts } from '../fixtures/conflict-list.ts';

let library: Library;
let topics: TopicRow[];
beforeAll(async () => {
  library = await readLibrary('content', '/');
  topics = buildCrosswalk(library, 'company');
});

describe('the crosswalk', () => {
  test('sets more than one document side by side on fifteen topics or more', () => {
    const shared = topics.filter(({ cells }) => cells.filter(({ provisions }) => provisions.length > 0).length > 1);
    console.log(`${topics.length} topics, ${shared.length} of them in more than one document`);
    expect(shared.length).toBeGreaterThanOrEqual(15);
  });

  test('has each provision in the cell of each of its topics, once', () => {
    const expected = [...library.provisions.values()].flatMap(({ id, topics }) =>
      topics.map((topic) => `${topic} ${id}`),
    );
    const found = topics.flatMap(({ id, cells }) =>
      cells.flatMap(({ provisions }) => provisions.map((provision) => `${id} ${provision.id}`)),
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('has each record that a provision on the topic asks for', () => {
    for (const { id, cells } of topics) {
      const expected = [...library.provisions.values()]
        .filter(({ topics, deliverable }) => deliverable !== undefined && topics.includes(id))
        .map(({ id }) => id);
      const found = cells.flatMap(({ records }) => records.flatMap(({ provisions }) => provisions.map(({ id }) => id)));
      expect(found.toSorted(), id).toEqual(expected.toSorted());
    }
  });
});

describe('the conflicts', () => {
  test('hold each that was found, of its kind', () => {
    const kinds = Object.fromEntries(library.conflicts.map(({ id, kind }) => [id, kind]));
    expect(Object.keys(knownConflicts)).toHaveLength(22);
    expect(kinds).toMatchObject(knownConflicts);
  });

  test('look at all five documents, and stand on the topics of what they cite', () => {
    for (const { id, positions, topics: own } of library.conflicts) {
      expect(positions.length, id).toBe(library.handbooks.length);
      const cited = positions.flatMap(({ citations }) =>
        citations.flatMap(
          (citation) => (library.provisions.get(citation.id) ?? library.hidden.get(citation.id))?.topics,
        ),
      );
      expect(
        own.filter((topic) => !cited.includes(topic)),
        id,
      ).toEqual([]);
    }
  });

  test('stand on their topics', () => {
    const shown = new Set(topics.flatMap(({ conflicts }) => conflicts.map(({ id }) => id)));
    expect(library.conflicts.filter(({ id }) => !shown.has(id))).toEqual([]);
  });
});
