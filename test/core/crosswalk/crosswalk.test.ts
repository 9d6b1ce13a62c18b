import { describe, expect, test } from 'vitest';
import { buildCrosswalk } from '../../../src/core/crosswalk/crosswalk.ts';
import { shareLibrary } from '../../support/share-library.ts';

const library = await shareLibrary('test/fixtures/content');
const topics = buildCrosswalk(library);

describe('buildCrosswalk', () => {
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
        .filter(({ topics }) => topics.includes(id))
        .flatMap(({ id, deliverables }) => deliverables.map(() => id));
      const found = cells.flatMap(({ records }) => records.flatMap(({ provisions }) => provisions.map(({ id }) => id)));
      expect(found.toSorted(), id).toEqual(expected.toSorted());
    }
  });
});
