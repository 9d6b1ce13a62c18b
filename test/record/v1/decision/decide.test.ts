import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/record/v1/decision/answers.ts';
import { decide } from '../../../../src/record/v1/decision/decide.ts';
import { definition } from './fixture.ts';

function decided(answers: Answers) {
  const verdict = decide(definition, answers);
  if (verdict.kind !== 'decided') throw new Error(`It asks "${verdict.question.id}".`);
  return verdict;
}

describe('decide', () => {
  test('asks question by question', () => {
    expect(decide(definition, {})).toMatchObject({ kind: 'asking', question: { id: 'clients' }, steps: [] });
    expect(decide(definition, { clients: [] })).toMatchObject({ kind: 'asking', question: { id: 'medium' } });
    expect(decide(definition, { clients: [], medium: ['usb'] })).toMatchObject({ question: { id: 'encrypted' } });
  });

  test('leaves out a question that the answers make needless, and says why', () => {
    const { skipped, steps } = decided({ clients: [], medium: ['paper'] });
    expect(steps.map(({ question, answer }) => [question.id, answer])).toEqual([
      ['clients', []],
      ['medium', ['paper']],
      ['byod', ['unset']],
    ]);
    expect(skipped).toMatchObject([
      { question: { id: 'encrypted' }, because: [{ question: { id: 'medium' }, answer: ['paper'] }] },
    ]);
  });

  test('concludes, and adds up what the company and each chosen client demand', () => {
    const { result } = decided({ clients: ['nerima'], medium: ['usb'], encrypted: ['yes'] });
    expect(result.outcomes.map(({ id }) => id)).toEqual(['allowed']);
    expect(result.duties.map(({ duty, isCertain }) => [duty.id, isCertain])).toEqual([
      ['permission', true],
      ['register', true],
    ]);
    expect(result.rules).toEqual([definition.rules[1]]);
    expect(result.contradictions).toEqual([]);
  });

  test('an answer to a question that is no longer asked counts for nothing', () => {
    const { result, steps } = decided({ clients: [], medium: ['paper'], encrypted: ['no'] });
    expect(result.outcomes.map(({ id }) => id)).toEqual(['allowed']);
    expect(steps.map(({ question }) => question.id)).not.toContain('encrypted');
  });

  test('「わからない」 is the union over its options, the strictest first', () => {
    const { result } = decided({ clients: ['nerima'], medium: ['usb'], encrypted: ['unknown'] });
    expect(result.outcomes.map(({ id }) => id)).toEqual(['forbidden', 'allowed']);
    const all = decided({ clients: ['unknown'], medium: ['unknown'], encrypted: ['yes'] }).result;
    expect(all.duties.map(({ duty, isCertain }) => [duty.id, isCertain])).toEqual([
      ['bureau', false],
      ['permission', true],
      ['bag', false],
      ['register', false],
    ]);
  });

  test('a question that only some of the possible answers ask is asked', () => {
    expect(decide(definition, { clients: [], medium: ['unknown'] })).toMatchObject({ question: { id: 'encrypted' } });
  });

  test('names a point on which the documents that apply differ, and resolves nothing', () => {
    const { result } = decided({ clients: ['rodokyoku'], medium: ['paper'] });
    expect(result.contradictions).toEqual(definition.contradictions);
    expect(result.duties.map(({ duty }) => duty.id)).toEqual(['bureau', 'permission', 'bag']);
  });

  test.each([
    ['an option that is gone', { clients: [], medium: ['floppy'] }, 'medium'],
    ['two answers where one is asked for', { clients: [], medium: ['usb', 'paper'] }, 'medium'],
    ['none where one is asked for', { clients: [], medium: [] }, 'medium'],
    ['one twice', { clients: ['nerima', 'nerima'] }, 'clients'],
    ['「わからない」 beside others', { clients: ['unknown', 'nerima'] }, 'clients'],
  ])('%s is stale, and asked again', (_, answers, id) => {
    expect(decide(definition, answers)).toMatchObject({ kind: 'stale', question: { id } });
  });

  test('keys that every object has are no answers', () => {
    const answers: Answers = JSON.parse('{"__proto__": ["usb"], "constructor": ["usb"]}');
    expect(decide(definition, answers)).toMatchObject({ kind: 'asking', question: { id: 'clients' } });
  });
});
