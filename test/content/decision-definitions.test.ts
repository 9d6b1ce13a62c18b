import { expect, test } from 'vitest';
import { contentRoot } from '../../src/compiler/library.ts';
import { findStanding } from '../../src/record/identity.ts';
import type { Template } from '../../src/record/v1/company/words.ts';
import type { DecisionDefinition } from '../../src/record/v1/decision/definition.ts';
import { DecisionDefinitionSchema } from '../../src/record/v1/decision/definition-schema.ts';
import { identify as identifyTool } from '../support/record.ts';
import { shareLibrary } from '../support/share-library.ts';

const read = async (root: string) =>
  (await shareLibrary(root)).tools.flatMap(({ kind, asked }) =>
    kind === 'decision' ? [asked.template as Template<DecisionDefinition>] : [],
  );
const decisions = await read(contentRoot());
const frozen = await read('test/fixtures/content');

function find(id: string): DecisionDefinition {
  const definition = frozen.find((one) => one.id === id);
  if (!definition) throw new Error(`There is no decision "${id}".`);
  return definition;
}

const identify = (definition: DecisionDefinition) => identifyTool('decision', definition);

test.each(decisions.map((definition) => [definition.id, definition] as const))(
  '%s: comes back from a file as it went in',
  (_, definition) => {
    expect(DecisionDefinitionSchema.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
  },
);

test('another name of a stage is another wording, and a stage of that name is none', () => {
  const incident = find('incident');
  const renamed = { ...incident, stageNames: { ...incident.stageNames, before: '最初にすること' } };
  expect(findStanding(identify(renamed), [identify(incident)])).toBe('reworded');
  const later = JSON.parse(JSON.stringify({ ...incident, stageNames: { later: 'あとで' } }));
  expect(DecisionDefinitionSchema.safeParse(later).success).toBe(false);
});

test('another length of a password is another rule', () => {
  const passwords = find('account-password');
  const { check } = passwords;
  if (!check) throw new Error('It has no check.');
  expect(check.profiles.map(({ id, minLength }) => [id, minLength])).toEqual([
    ['privileged', 12],
    ['general', 10],
  ]);
  const profiles = check.profiles.map((profile) => ({ ...profile, minLength: 8 }));
  const eased = { ...passwords, check: { ...check, profiles } };
  expect(findStanding(identify(eased), [identify(passwords)])).toBe('altered');
});
