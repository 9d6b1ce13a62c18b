import { describe, expect, test } from 'vitest';
import { beginReply } from '../../../src/core/form/begin-reply.ts';
import { toSentForm } from '../../../src/record/v1/form/answer-set.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { summarizeForm } from '../../../src/record/v1/form/summarize.ts';
import { approval, plan, planned } from '../../record/v1/form/fixture.ts';
import { toFile } from '../../support/record.ts';

const sent = toSentForm(plan, planned);
const file = toFile(plan, sent, summarizeForm(plan, sent, { documentNumber: '3F2A-9C01-77B4' }));
const sha256 = 'ab'.repeat(32);
const begun = emptyFormAnswers(approval, 'case-1');

describe('beginReply', () => {
  test('names the file that is answered, and writes to whoever handed it in', () => {
    const header = { ...begun.header, company: '見本労働局', checker: '課長' };
    expect(beginReply(approval, { ...begun, header }, { file, sha256 })).toEqual({
      ...begun,
      header: { ...header, recipient: '見本協議会　髙橋﨑子' },
      fields: {
        'request-title': '作業実施計画書（別添1）',
        'request-number': '3F2A-9C01-77B4',
        'request-hash': sha256,
        'request-date': '2026-11-30',
      },
    });
  });

  test('leaves empty what the file does not say', () => {
    const header = { ...sent.header, company: '', checker: '', checkedOn: '' };
    const reply = beginReply(approval, begun, { file: toFile(plan, { ...sent, header }, file.summary), sha256 });
    expect(reply?.header.recipient).toBe('');
    expect(Object.keys(reply?.fields ?? {})).toEqual(['request-title', 'request-number', 'request-hash']);
  });

  test('is nothing for a form that answers no other', () => {
    expect(beginReply(plan, begun, { file, sha256 })).toBeUndefined();
  });
});
