import { expect, test } from 'vitest';
import { readLibrary } from '../../../src/compiler/library.ts';
import { listDefinitions } from '../../../src/core/regulation/definitions.ts';
import type { Provision } from '../../../src/core/regulation/provision.ts';

const library = await readLibrary('test/fixtures/content', '/');
const own = 'nerima';
const handbooks = library.handbooks.map((handbook) =>
  handbook.id === own ? { ...handbook, source: { ...handbook.source, wording: 'original' as const } } : handbook,
);
const [lead, item, duty] = [...library.provisions.values()].filter(({ handbook }) => handbook === own);
if (!lead || !item || !duty) throw new Error('The fixture has too few provisions.');
const say = (provision: Provision, modality: Provision['modality'], text: string) =>
  [provision.id, { ...provision, modality, text, marked: text }] as const;
const provisions = new Map([
  ...library.provisions,
  say(lead, 'definition', '次の各号に掲げる用語の意義は、当該各号に定めるところによる。'),
  say(item, 'definition', '業務文書　業務のために作成した紙の文書をいう。'),
  say(duty, 'must', '課長をいう者に報告しなければならない。'),
]);

test('a document in its own words without a glossary tells what its provisions define, not what leads to them', () => {
  const glossary = library.glossary.filter(({ handbook }) => handbook !== own);
  const [only, ...others] = listDefinitions({ handbooks, provisions, glossary });
  expect(others).toEqual([]);
  expect(only?.places.map(({ id }) => id)).toContain(item.id);
  for (const id of [lead.id, duty.id]) expect(only?.places.map((place) => place.id)).not.toContain(id);
});

test('where somebody wrote a glossary, or the document is restated, that stands alone', () => {
  const [term] = library.glossary;
  if (!term) throw new Error('The fixture has no terms.');
  expect(listDefinitions({ handbooks, provisions, glossary: [{ ...term, handbook: own }] })).toEqual([]);
  expect(listDefinitions({ ...library, provisions, glossary: [] })).toEqual([]);
});
