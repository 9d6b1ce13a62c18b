import { describe, expect, test } from 'vitest';
import { toBegins } from '../../src/compiler/begin-rows.ts';
import type { FormFile } from '../../src/core/form/file-schema.ts';
import type { FilledList, ListRow } from '../../src/core/tailoring/list-rows.ts';
import type { Wording } from '../../src/core/tailoring/wording.ts';

const contacts: FilledList = {
  title: '連絡先',
  columns: [
    { id: 'target', label: '被害対象', required: true },
    { id: 'officer', label: '責任者' },
  ],
};
const wordingWith = (rows: ListRow[] | undefined, adds?: true): Wording => ({
  values: new Map([['blanks.phone', '03-0000-0000']]),
  roles: { head: '総務部長' },
  blanks: {
    phone: { path: 'blanks.phone', printed: '電話' },
    mail: { path: 'blanks.mail', printed: '電子メール' },
  },
  choices: {},
  lists: { contacts: { ...contacts, ...(rows && { rows }), ...(adds && { adds }) } },
});
const form = {
  begins: { recovery: [{ target: '電源設備', person: '{{role:head}}', contact: '{{blank:phone}}、{{blank:mail}}' }] },
  lists: { recovery: { list: 'contacts', cells: { target: 'target', person: 'officer' } } },
} as unknown as FormFile;

const sample = { id: 'row-1', cells: { target: '電源設備', person: '総務部長', contact: '03-0000-0000' } };

describe('toBegins', () => {
  test('is what the file writes while the list has the rows of the sample', () => {
    expect(toBegins(form, wordingWith(undefined))).toEqual({ recovery: [sample] });
  });
  test('is the company’s own rows once there are some, and nothing where it has none', () => {
    const rows: ListRow[] = [{ target: '受注システム', officer: '{{role:head}}' }, { target: '顧客' }];
    expect(toBegins(form, wordingWith(rows))).toEqual({
      recovery: [
        { id: 'row-1', cells: { target: '受注システム', person: '総務部長' } },
        { id: 'row-2', cells: { target: '顧客' } },
      ],
    });
    expect(toBegins(form, wordingWith([]))).toEqual({});
  });
  test('has them behind the others where the list adds to the sample', () => {
    const { recovery } = toBegins(form, wordingWith([{ target: '工場' }], true));
    expect(recovery).toEqual([sample, { id: 'row-2', cells: { target: '工場' } }]);
  });
});
