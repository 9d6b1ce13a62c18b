import { describe, expect, test } from 'vitest';
import { readQuery, toQuery } from '../../../src/ui/search/address.ts';

describe('the address of a search', () => {
  test.each([
    ['練馬区 "名簿" -記録', { handbook: 'nerima', role: 'nerima:worker', kind: 'must' }],
    ['C&D=100%?#1', { handbook: '', role: '', kind: '' }],
    ['', { handbook: '', role: '', kind: 'may' }],
  ])('says what is asked, and is read as that: %s', (question, filters) => {
    expect(readQuery(toQuery({ question, filters }))).toEqual({ question, filters });
  });

  test('is none where nothing is asked', () => {
    expect(toQuery({ question: '', filters: {} })).toBe('');
    expect(toQuery({ question: '', filters: { handbook: '' } })).toBe('');
  });

  test('names a filter only where something is chosen', () => {
    expect(toQuery({ question: '鍵', filters: { kind: 'must' } })).toBe('?q=%E9%8D%B5&kind=must');
  });

  test('with other things in it is read for what is known', () => {
    expect(readQuery('?utm=1&q=%E9%8D%B5&q=x')).toEqual({
      question: '鍵',
      filters: { handbook: '', role: '', kind: '' },
    });
    expect(readQuery('?q=%')).toEqual({ question: '%', filters: { handbook: '', role: '', kind: '' } });
  });
});
