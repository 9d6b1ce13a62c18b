import type { BrowserContext, Locator, Page } from 'playwright-core';
import { tabTo } from './keyboard.ts';

/** How a person works a page; a journey goes the same way whichever hands make it. */
export interface Hands {
  /** Uses a link or a button. */
  press(wanted: Locator): Promise<void>;
  /** Writes into a field, in place of what stands there. */
  write(field: Locator, text: string): Promise<void>;
  /** Chooses the entry of a list whose words begin like this. */
  pick(list: Locator, words: string): Promise<void>;
  /** Sets a box, or one of several radio buttons. */
  tick(box: Locator): Promise<void>;
}

/** Mouse or finger, and text as a whole. */
export const pointer: Hands = {
  press: (wanted) => wanted.click(),
  write: (field, text) => field.fill(text),
  pick: async (list, words) => void (await list.selectOption(await entryOf(list, words))),
  tick: (box) => box.check(),
};

/**
 * Tab, Space, Enter, arrows and letters, and nothing else: each page of the context throws, which its watch notes, when a
 * pointer is used on it. It also holds that what a key does never leaves the focus nowhere.
 */
export async function useKeyboard(context: BrowserContext, page: Page): Promise<Hands> {
  const guard = () => {
    const refuse = () => {
      throw new Error('A pointer was used.');
    };
    addEventListener('pointerdown', refuse, true);
    addEventListener('focusin', () => Object.assign(window, { kiteiHadFocus: true }), true);
  };
  await context.addInitScript(guard);
  await page.evaluate(guard);
  const reach = async (wanted: Locator) => {
    const state = await wanted.evaluate((element) => ({
      isThere: element === document.activeElement,
      isLost: document.activeElement === document.body && Reflect.get(window, 'kiteiHadFocus') === true,
    }));
    if (state.isLost) throw new Error(`The focus was lost on the way to ${wanted}.`);
    if (!state.isThere) await tabTo(page, wanted);
  };
  const arrowTo = async (isThere: () => Promise<boolean>, most: number) => {
    for (let step = 0; step <= most; step += 1) {
      if (await isThere()) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error('The arrow does not lead there.');
  };
  return {
    async press(wanted) {
      await reach(wanted);
      await page.keyboard.press('Enter');
    },
    async write(field, text) {
      await reach(field);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    async pick(list, words) {
      await reach(list);
      const entry = await entryOf(list, words);
      await arrowTo(async () => (await list.inputValue()) === entry, await list.locator('option').count());
    },
    async tick(box) {
      if (await box.isChecked()) return;
      if ((await box.getAttribute('type')) !== 'radio') {
        await reach(box);
        await page.keyboard.press('Space');
        return;
      }
      const group = page.locator(`input[type="radio"][name="${await box.getAttribute('name')}"]`);
      await reach(group.and(page.locator(':checked')));
      await arrowTo(() => box.isChecked(), await group.count());
    },
  };
}

/** Value of the entry whose words begin like this. */
async function entryOf(list: Locator, words: string): Promise<string> {
  const entries = await list
    .locator('option')
    .evaluateAll((options) =>
      options.map((option) => [(option as HTMLOptionElement).value, option.textContent.trim()]),
    );
  const [value] = entries.find(([, text]) => text?.startsWith(words)) ?? [];
  if (value === undefined)
    throw new Error(`The list has no 「${words}」: ${entries.map(([, text]) => text).join('、')}`);
  return value;
}
