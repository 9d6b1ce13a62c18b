import type { TableRules } from '../../../src/core/register/rules.ts';
import type { FormDefinition, FormTable } from '../../../src/record/v1/form/definition.ts';
import { column, plan } from '../../record/v1/form/fixture.ts';

/** What goes out and comes back. */
export const removals: FormTable = {
  kind: 'table',
  id: 'entries',
  title: '1 持出し',
  row: '持出し',
  columns: [
    column('content', '格納情報', 0.2, { kind: 'text', required: true }),
    column('taken-at', '持ち出し日時', 0.2, { kind: 'moment', required: true }),
    column('use', '用途', 0.2),
    column('returned-at', '返却日時', 0.2, { kind: 'moment' }),
    column('return-checker', '返却確認者', 0.2),
  ],
  blankRows: 5,
  examples: [],
  notes: [],
};

export const removalRules: TableRules = { on: 'taken-at', closedBy: ['returned-at', 'return-checker'] };

/** A register of two lists. */
export const form: FormDefinition = {
  ...plan,
  id: 'removals',
  use: 'register',
  parts: [removals, { ...removals, id: 'disposals', title: '2 廃棄', row: '廃棄' }],
};
