import * as z from 'zod/mini';
import type { Faults, Place } from './faults.ts';
import type { HandbookPage } from './handbook-page.ts';
import { parseContent } from './parse-content.ts';
import { type Element, findHead, shapeOf } from './pieces.ts';

const text = z.string().check(z.minLength(1));
const file = 'src/compiler/read-list-place.ts';

const listShape = {
  schema: z.strictObject({
    /** Of the list in choices.yaml. */
    id: text,
    /** Which of its rows stand here: a value of the column that `by` names. */
    group: z.optional(text),
    /** Citation of the provision that has the rows, where the sample shares one table out to several provisions. */
    at: z.optional(text),
  }),
  file,
};
const sampleShape = {
  schema: z.strictObject({
    /** Id of the list, or several apart by spaces: it stands while any of them has the sample's rows. */
    of: text.check(z.regex(/^\w+(?: \w+)*$/, '一覧の id を、空白一つで区切って書いてください。')),
  }),
  file,
};

/**
 * `<List id="…">`: what the sample has in the place of the company's rows. `<Sample of="…">`: what speaks of the sample's rows,
 * notes above all, and goes with them.
 *
 * Both stand inside a provision, never around one. So a list changes what a provision says and not which there are: each
 * citation, of a decision, a view or another page, leads where it did, to the provision whose anchor is that of the first
 * row of the sample; where the sample has its rows in several provisions, the first has all of the company's, and the
 * others lead there by `at`.
 * @returns the id of the list, or the ids of several; undefined where the attributes are not sound
 */
export function readListPlace(
  node: Element,
  attributes: Record<string, unknown>,
  { page, isInProvision }: { page: HandbookPage; isInProvision: boolean },
  at: Place & { line: number },
  faults: Faults,
): string | undefined {
  const { line } = at;
  if (!isInProvision)
    faults.add(
      `<${node.name}> が、条の外にあります。`,
      at,
      '<Provision> の中に書いてください。条を囲むことはできません。',
    );
  if (node.name === 'Sample') {
    const ids = parseContent(sampleShape, attributes, at, faults)?.of;
    for (const id of ids?.split(' ') ?? []) page.uses.push({ kind: 'list', id, line, at: '<Sample of>' });
    return ids;
  }
  const place = parseContent(listShape, attributes, at, faults);
  if (!place) return undefined;
  const head = shapeOf(node) === 'table' ? findHead(node) : undefined;
  page.uses.push({ kind: 'list', id: place.id, group: place.group, head, line, at: '<List id>' });
  if (place.at !== undefined) page.refs.push({ to: place.at, at: '<List at>', line, conditions: [], samples: [] });
  return place.id;
}
