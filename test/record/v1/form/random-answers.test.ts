import { expect, test } from 'vitest';
import { createRandom } from '../../../signing/support/random.ts';
import { expectSound, randomAnswers } from '../../../support/random-form.ts';
import { plan, planned, pledge } from './fixture.ts';

test('2,000 random answers: none throws, sending again changes nothing, what was sent is read back', () => {
  const random = createRandom(15);
  let fine = 0;
  for (let index = 0; index < 1000; index++) {
    for (const form of [plan, pledge]) fine += Number(expectSound(form, randomAnswers(form, random)));
  }
  // Some could be handed over: these were read by the schemas as well.
  expect(fine).toBeGreaterThan(5);
});

test('a filled paper is sound, so that the random ones are held to something', () => {
  expect(expectSound(plan, planned)).toBe(true);
});
