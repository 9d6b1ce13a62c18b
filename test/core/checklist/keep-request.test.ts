import { expect, test } from 'vitest';
import { keepRequest } from '../../../src/core/checklist/keep-request.ts';
import { emptyAnswers } from '../../../src/record/v1/checklist/answer-set.ts';
import { definition, filled } from '../../record/v1/checklist/fixture.ts';

const request = { id: 'q7f3a1', name: '令和8年度 委託先点検', dueOn: '2027-01-31', scope: '', contact: '' };
const begun = emptyAnswers(definition);
const invited = { ...begun, header: { ...begun.header, recipient: '見本区', business: '' }, request };

test('an older file goes on under the invitation, for whoever and whatever that one names', () => {
  expect(keepRequest(filled, invited)).toEqual({
    ...filled,
    request,
    header: { ...filled.header, recipient: '見本区' },
  });
});

test('a file of an invitation keeps its own, and without any nothing is added', () => {
  const other = { ...filled, request: { ...request, id: 'other' } };
  expect(keepRequest(other, invited)).toEqual(other);
  expect(keepRequest(filled, begun)).toEqual(filled);
});
