import { expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { blankForm } from '../../src/record/v1/form/summarize.ts';
import { SummaryDocumentSchema } from '../../src/record/v1/summary/summary-schema.ts';
import { createRandom } from '../signing/support/random.ts';
import { expectSound, randomAnswers } from '../support/random-form.ts';

const { forms } = await readLibrary('content', '/');

test('10,000 random answers to the forms of the site: none throws, each paper renders or is refused in words', () => {
  const random = createRandom(10_000);
  expect(forms.length).toBeGreaterThan(0);
  for (let index = 0; index < 10_000; index++) {
    const form = forms[index % forms.length];
    if (form) expectSound(form.definition, randomAnswers(form.definition, random));
  }
});

test('every blank paper is what every reader of summaries takes, but for its number', () => {
  for (const { definition, addressee } of forms) {
    const blank = { ...blankForm(definition, addressee), number: '0000-0000-0000' };
    expect(SummaryDocumentSchema.safeParse(blank)).toEqual({ success: true, data: blank });
  }
});
