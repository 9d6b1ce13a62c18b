import { describe, expect, test } from 'vitest';
import { parseSiteFacts, type SiteFacts } from '../../src/record/site-facts.ts';

const facts: SiteFacts = {
  generator: 'kitei 0.1.0',
  definitions: [
    {
      ...{ kind: 'checklist', id: 'contractor-security', version: 1 },
      ...{ asked: 'a1'.repeat(32), texts: 'b2'.repeat(32), words: { 'role:company': '当社' } },
    },
  ],
};

describe('parseSiteFacts', () => {
  test('reads what the build writes', () => {
    expect(parseSiteFacts(JSON.stringify(facts))).toEqual(facts);
  });

  test.each([
    ['an error page', '<!doctype html>'],
    ['nothing', 'null'],
    ['another file', '{"generator":"kitei 0.1.0"}'],
    ['a version that is no number', JSON.stringify(facts).replace('"version":1', '"version":"1"')],
    ['words that are none', JSON.stringify({ ...facts, definitions: [{ ...facts.definitions[0], words: null }] })],
    ['a list that is none', JSON.stringify({ ...facts, definitions: [null] })],
  ])('throws over %s', (_, text) => {
    expect(() => parseSiteFacts(text)).toThrow();
  });
});
