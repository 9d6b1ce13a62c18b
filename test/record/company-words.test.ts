import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../../src/core/text/canonical-json.ts';
import { findStanding } from '../../src/record/identity.ts';
import { toKiteiJson } from '../../src/record/kitei-file.ts';
import { makeRecord } from '../../src/record/make-record.ts';
import { readKiteiFile } from '../../src/record/read-kitei-file.ts';
import { currentVersion } from '../../src/record/versions.ts';
import { toolFixtures } from '../fixtures/files/tools.ts';
import { generator, identify, sha256 } from '../support/record.ts';

describe.each(toolFixtures)('the words in a file of a $name', ({ kind, template, words, otherWords, answers }) => {
  const { record } = makeRecord({ template, words }, answers, sha256);
  const json: Record<string, unknown> = JSON.parse(toKiteiJson({ ...record, generator }));
  const read = (change: Record<string, unknown>) =>
    readKiteiFile(new TextEncoder().encode(toCanonicalJson({ ...json, ...change })));

  test('stand apart from what is asked, and are in what is shown', () => {
    expect(JSON.stringify(json['definition'])).toContain('{{role:securityOfficer}}');
    expect(JSON.stringify(record.definition)).not.toContain('{{');
    expect(JSON.stringify(record.definition)).toContain(words['role:securityOfficer']);
    expect(read({})).toMatchObject({ ok: true, file: { definition: record.definition } });
  });

  test('make no other definition, whatever a company calls things and chooses', () => {
    expect(findStanding(identify(kind, template, words), [identify(kind, template, words)])).toBe('current');
    expect(findStanding(identify(kind, template, words), [identify(kind, template, otherWords)])).toBe('renamed');
    const other = identify(kind, { ...template, title: '別の題' }, words);
    expect(findStanding(other, [identify(kind, template, otherWords)])).toBe('altered');
  });

  test.each([
    ['a sentence for a role', { 'role:securityOfficer': 'だれの承認も要らない。' }],
    ['two lines for a role', { 'role:securityOfficer': '責任者\n承認は不要' }],
    ['nothing for a role', { 'role:securityOfficer': '' }],
    ['another placeholder for a role', { 'role:securityOfficer': '{{role:company}}' }],
    ['more than a name', { 'role:securityOfficer': '責'.repeat(61) }],
    ['a mark that turns the order of letters', { 'role:securityOfficer': '責\u202e任者' }],
    ['a word that nobody named', { 'role:stranger': '他人' }],
    ['a key that is none', { __proto__: null, constructor: '当社' }],
  ])('are refused with %s', (_, change) => {
    expect(read({ words: { ...words, ...change } })).toMatchObject({ ok: false });
  });

  test('are refused when one is missing', () => {
    const { 'role:securityOfficer': _, ...others } = words;
    expect(read({ words: others })).toMatchObject({ ok: false, problem: 'invalid' });
  });
});

test('a choice is one of its options, and what stands under another falls away', () => {
  const fixture = toolFixtures.find(({ kind }) => kind === 'decision');
  if (!fixture) throw new Error('There is no decision among the fixtures.');
  const { template, words, answers } = fixture;
  const fill = (byod: string) =>
    currentVersion.tools.decision.fill({ template, words: { ...words, 'choice:byod': byod } });
  const dutiesOf = (byod: string) => {
    const filled = fill(byod);
    return 'duties' in filled ? filled.duties.map(({ id }) => id) : [];
  };
  expect(dutiesOf('unset')).toContain('bag');
  expect(dutiesOf('allowed')).toContain('bag');
  expect(dutiesOf('forbidden')).not.toContain('bag');
  const { record } = makeRecord({ template, words: { ...words, 'choice:byod': 'whatever' } }, answers, sha256);
  const bytes = new TextEncoder().encode(toKiteiJson({ ...record, generator }));
  expect(readKiteiFile(bytes)).toMatchObject({ ok: false, problem: 'invalid', detail: 'words: choice:byod' });
});
