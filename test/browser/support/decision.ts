import type { Locator, Page } from 'playwright-core';
import { press, tabTo } from './keyboard.ts';

export const decisionPath = (id: string) => `/decisions/${id}/`;
export const questionOf = (page: Page, id: string) => page.locator(`[data-question="${id}"]`);
export const optionOf = (page: Page, question: string, option: string) =>
  questionOf(page, question).locator(`input[value="${option}"]`);
export const forwardButton = (page: Page) => page.getByRole('button', { name: '次へ', exact: true });
export const resultHeading = (page: Page) => page.getByRole('heading', { name: '判定の結果' });
export const conclusion = (page: Page) => page.locator('[data-strictest] .k-verdict__t');
/** Opens a form that the result offers. */
export const paperLink = (page: Page, title: string) =>
  page.locator('[data-papers]').getByRole('link').filter({ hasText: title });
export const makeButton = (page: Page) => page.getByRole('button', { name: /PDF にする$/ });

/** Answers by question id, in the order of the questions; several options are a list. */
export type Plan = Record<string, string | readonly string[]>;

/** Opens a decision at its result: the answers stand in the address. */
export function resultPath(id: string, plan: Plan): string {
  const answers = Object.entries(plan).map(([question, given]) => `${question}:${[given].flat().join('+') || 'none'}`);
  return `${decisionPath(id)}#a=${answers.join(';')}`;
}

/** Answers question by question with the keyboard only, up to the result. */
export async function answerByKeyboard(page: Page, plan: Plan): Promise<void> {
  for (const [question, given] of Object.entries(plan)) {
    const fieldset = questionOf(page, question);
    await fieldset.waitFor();
    if (typeof given === 'string') await chooseOne(page, fieldset, given);
    else for (const option of given) await tick(page, optionOf(page, question, option));
    await press(page, forwardButton(page));
  }
  await resultHeading(page).waitFor();
}

/** A group that nothing is chosen in is entered at its first radio button. */
async function chooseOne(page: Page, fieldset: Locator, option: string): Promise<void> {
  const wanted = fieldset.locator(`input[value="${option}"]`);
  await tabTo(page, fieldset.locator('input').first());
  await page.keyboard.press('Space');
  const count = await fieldset.locator('input').count();
  for (let step = 0; step < count && !(await wanted.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
}

async function tick(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('Space');
}
