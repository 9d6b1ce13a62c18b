import { expect, test } from 'vitest';
import { OrganizationSchema } from '../../../src/core/regulation/registers.ts';
import { groupFillIns } from '../../../src/core/tailoring/groups.ts';
import { siteFields } from '../../../src/core/tailoring/site-fields.ts';
import { stepOf, tailoringSteps } from '../../../src/core/tailoring/steps.ts';

test('every group of organization.yaml is asked in one step', () => {
  const ids = tailoringSteps.map(({ id }) => id);
  for (const key of Object.keys(OrganizationSchema.shape)) expect(ids, key).toContain(stepOf(key));
  for (const { id } of groupFillIns([])) expect(ids, id).toContain(stepOf(id));
  expect(stepOf('choices.byod')).toBe('choices');
  expect(stepOf('_top')).toBeUndefined();
});

test('every line of site is asked for, and what a field takes the schema takes', () => {
  const given: Record<string, string> = {
    title: '見本商事 規程集',
    short: '見本商事',
    mark: '見本',
    logo: 'images/ロゴ.SVG',
    accent: '#0B5A8A',
    addressee: '総務部 情報セキュリティ担当',
    footer: '社外秘。見本商事株式会社',
  };
  const base = {
    name: '',
    roles: {},
    contacts: { handbook: '', incident: '' },
    months: {},
    revisions: {},
    choices: {},
    blanks: {},
  };
  expect(siteFields.map(({ path }) => path)).toEqual(Object.keys(given).map((key) => `site.${key}`));
  expect(OrganizationSchema.safeParse({ ...base, site: given }).success).toBe(true);
  for (const { path, form, longest } of siteFields) {
    const value = given[path.split('.')[1] ?? ''] ?? '';
    expect(value.length).toBeLessThanOrEqual(longest);
    // As a browser reads the attribute.
    if (form) expect(value, path).toMatch(new RegExp(`^(?:${form.pattern})$`, 'v'));
  }
});

test.each([
  ['site.title', '規程。'],
  ['site.mark', '見本商'],
  ['site.logo', '../logo.svg'],
  ['site.logo', 'logo.jpg'],
  ['site.accent', '0b5a8a'],
])('what the schema refuses the field refuses too: %s: %s', (path, value) => {
  const form = siteFields.find((field) => field.path === path)?.form;
  expect(value).not.toMatch(new RegExp(`^(?:${form?.pattern})$`, 'v'));
});
