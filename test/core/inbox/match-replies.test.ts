import { describe, expect, test } from 'vitest';
import { matchReplies, type RepliedFile } from '../../../src/core/inbox/match-replies.ts';
import type { FormAnswers } from '../../../src/record/v1/form/answers.ts';
import type { FormDefinition } from '../../../src/record/v1/form/definition.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { summarizeForm } from '../../../src/record/v1/form/summarize.ts';
import { approval, plan, planned } from '../../record/v1/form/fixture.ts';
import { toFile } from '../../support/record.ts';

const hash = '3f2a'.repeat(16);

function file(id: string, definition: FormDefinition, answers: FormAnswers, documentNumber: string): RepliedFile {
  const summary = summarizeForm(definition, answers, { documentNumber });
  return { id, file: toFile(definition, answers, summary), fingerprint: id, sha256: hash };
}

const request = (change: Partial<RepliedFile> = {}) => ({
  ...file('申請', plan, planned, '3F2A-9C01-77B4'),
  ...change,
});
const answer = (fields: Record<string, string>, change: Partial<RepliedFile> = {}) => ({
  ...file('承認', approval, { ...emptyFormAnswers(approval, 'a'), fields }, '0000-0000-0001'),
  sha256: 'ff'.repeat(32),
  ...change,
});
const named = { 'request-number': '3F2A-9C01-77B4', 'request-hash': hash, result: '承認する' };

describe('matchReplies', () => {
  test('an answer that names the hash of a file belongs to it, and both are told', () => {
    expect(Object.fromEntries(matchReplies([request(), answer(named)]))).toEqual({
      承認: [{ kind: 'answers', id: '申請', result: '承認する', isOwn: false }],
      申請: [{ kind: 'answered', id: '承認', result: '承認する', isOwn: false }],
    });
  });

  test('a hash typed in groups, in capitals or in full-width letters is the same', () => {
    const typed = hash.toUpperCase().replace(/.{8}/g, '$& ').replaceAll('3', '３');
    const replies = matchReplies([request(), answer({ ...named, 'request-hash': typed })]);
    expect(replies.get('申請')?.[0]?.kind).toBe('answered');
  });

  test('the number with the hash of another file is not it', () => {
    const replies = matchReplies([request({ sha256: '00'.repeat(32) }), answer(named)]);
    expect(replies.get('承認')).toEqual([{ kind: 'other-hash', id: '申請' }]);
    expect(replies.get('申請')).toEqual([{ kind: 'other-hash', id: '承認' }]);
  });

  test('the number without a hash says no more than it does', () => {
    const replies = matchReplies([request(), answer({ ...named, 'request-hash': '' })]);
    expect(replies.get('承認')).toEqual([{ kind: 'no-hash', id: '申請' }]);
  });

  test('what an answer names and nobody has put down is missed', () => {
    expect(matchReplies([answer(named)]).get('承認')).toEqual([{ kind: 'missing', number: '3F2A-9C01-77B4' }]);
    // Answered on paper: there is no file.
    expect(matchReplies([request(), answer({ 'request-number': 'なし', result: '承認する' })]).size).toBe(0);
  });

  test('whoever answers himself is told', () => {
    const replies = matchReplies([request({ fingerprint: 'k' }), answer(named, { fingerprint: 'k' })]);
    expect(replies.get('申請')).toMatchObject([{ kind: 'answered', isOwn: true }]);
  });

  test('files that answer nothing have no entry', () => {
    expect(matchReplies([request(), request({ id: '別の申請' })]).size).toBe(0);
  });
});
