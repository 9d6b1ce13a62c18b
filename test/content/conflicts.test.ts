import { describe, expect, test } from 'vitest';
import { buildCrosswalk } from '../../src/core/crosswalk/crosswalk.ts';
import { kindOf, sidesOf } from '../../src/core/regulation/conflicts.ts';
import { judge } from '../../src/core/regulation/judge-conflict.ts';
import { knownConflicts } from '../fixtures/conflict-list.ts';
import { findShipped, readUndecided } from './undecided.ts';

const library = await readUndecided();
const shipped = await findShipped(library);
/** The five documents that were compared. */
const compared = ['company', 'higashiosaka', 'kojinjoho', 'nerima', 'rodokyoku'];

describe('the conflicts', () => {
  test.runIf(compared.every((id) => shipped.has(id)))('hold each that was found, of its kind', () => {
    const kinds = Object.fromEntries(library.conflicts.map((conflict) => [conflict.id, kindOf(conflict)]));
    expect(Object.keys(knownConflicts)).toHaveLength(36);
    expect(kinds).toMatchObject(knownConflicts);
  });

  test('say of each of the five documents what it says, or that it says nothing', () => {
    const known = library.conflicts.filter(({ id }) => id in knownConflicts);
    const silent = known.flatMap(({ id, positions }) => {
      const named = positions.map(({ handbook }) => handbook);
      return compared.filter((handbook) => shipped.has(handbook) && !named.includes(handbook)).map((one) => [id, one]);
    });
    expect(silent).toEqual([]);
  });

  test('stand on the topics of what they cite', () => {
    for (const { id, positions, topics } of library.conflicts) {
      const cited = positions.flatMap(({ citations }) =>
        citations.flatMap((citation) => library.provisions.get(citation.id)?.topics),
      );
      expect(
        topics.filter((topic) => !cited.includes(topic)),
        id,
      ).toEqual([]);
    }
  });

  test.runIf(compared.every((id) => shipped.has(id)))('contradict only where both sides were chosen', () => {
    const pairs = compared.flatMap((one, index) => compared.slice(index + 1).map((other) => [one, other]));
    const contradicting = Object.fromEntries(
      pairs.map((pair) => [
        pair.join(' '),
        library.conflicts
          .filter((conflict) => {
            const { isShown, kind } = judge({ isWords: conflict.isWords, sides: sidesOf(conflict) }, (id) =>
              pair.includes(id),
            );
            return isShown && kind === 'contradiction';
          })
          .map(({ id }) => id),
      ]),
    );
    expect(contradicting).toMatchInlineSnapshot(`
      {
        "company higashiosaka": [
          "copying",
          "thirdParties",
        ],
        "company kojinjoho": [
          "mailPersonalInformation",
          "passwordZip",
          "foreignCloud",
        ],
        "company nerima": [
          "removalApproval",
        ],
        "company rodokyoku": [
          "removalApproval",
        ],
        "higashiosaka kojinjoho": [],
        "higashiosaka nerima": [
          "copying",
          "thirdParties",
        ],
        "higashiosaka rodokyoku": [
          "thirdParties",
        ],
        "kojinjoho nerima": [
          "mailPersonalInformation",
          "passwordZip",
        ],
        "kojinjoho rodokyoku": [],
        "nerima rodokyoku": [],
      }
    `);
  });

  test('stand on their topics', () => {
    const topics = buildCrosswalk(library);
    const shown = new Set(topics.flatMap(({ conflicts }) => conflicts.map(({ id }) => id)));
    expect(library.conflicts.filter(({ id }) => !shown.has(id))).toEqual([]);
  });
});
