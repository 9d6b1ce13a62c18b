import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { programContent } from '../../src/compiler/general-knowledge.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { withContent } from '../support/content-folder.ts';

/** What a build of the sound folder says with the letters of kitei, changed; nothing where it accepts them. */
async function faultOf(...changes: [from: string, to: string][]): Promise<string> {
  let yaml = await readFile(`${programContent()}/letters.yaml`, 'utf8');
  for (const [from, to] of changes) {
    if (!yaml.includes(from)) throw new Error(`The letters do not say ${from}.`);
    yaml = yaml.replace(from, to);
  }
  const read = async (root: string) => {
    try {
      await readLibrary(root, '/');
      return '';
    } catch (fault) {
      if (!(fault instanceof ContentError)) throw fault;
      return fault.message.replaceAll(`${root}/`, 'content/');
    }
  };
  return withContent({}, read, { 'letters.yaml': yaml });
}

describe('readLetters', () => {
  test('takes those of kitei where the folder has none', async () => {
    const { letters } = await withContent({}, (root) => readLibrary(root, '/'));
    expect(letters.letters.reminder.lines).toContain('{company}　御中');
  });

  test('accepts those of kitei', async () => {
    expect(await faultOf()).toBe('');
  });

  test('names what may stand in the place of a slot that there is not, with file and line', async () => {
    const told = await faultOf(
      ["'{contact}'", "'{contacts}'"],
      ["'{items}'", "'次: {items}'"],
      ["subject: '【受領のお知らせ】{campaign}'", "subject: '{number}'"],
    );
    expect(told.replace(/:\d+ /g, ':行 ')).toMatchInlineSnapshot(`
      "内容に誤りが 3 件あります。
      content/letters.yaml:行 letters.invitation.lines[23]: {contacts} は、ここに書けません。
        → もしかして {contact} ですか。書けるもの: company、campaign、list、person、recipient、business、dueOn、contact、sender、today、scope、link。
      content/letters.yaml:行 letters.receipt.subject: {number} は、ここに書けません。
        → 書けるもの: company、campaign、list。
      content/letters.yaml:行 letters.remedy.lines[11]: {items} と同じ行に、ほかの言葉があります。
        → {items} は、一行にそれだけを書いてください。"
    `);
    expect(told).toMatch(/letters\.yaml:\d{2} letters\.invitation/);
  });

  test('stops on a misspelt key', async () => {
    expect(await faultOf(['  receipt:', '  reciept:'])).toContain('もしかして「receipt」ですか。');
  });
});
