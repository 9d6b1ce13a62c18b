import { join } from 'node:path';
import { findSlotFaults, type SlotFault } from '../core/desk/letter-slots.ts';
import type { Letters } from '../core/desk/letters-schema.ts';
import type { Faults } from './faults.ts';
import { isGeneral, readGeneral } from './general-knowledge.ts';
import { shapes } from './shapes.ts';
import { isMisspelling } from './suggest.ts';

const name = 'letters.yaml';

/**
 * Reads letters.yaml; a folder without it has the letters of kitei. A slot that no letter of its kind has is a fault, for the line
 * would never be sent.
 */
export async function readLetters(faults: Faults): Promise<Letters> {
  const letters = await readGeneral(name, shapes.letters, faults, noLetters);
  if (isGeneral(name, faults)) return letters;
  const file = join(faults.root, name);
  for (const fault of findSlotFaults(letters)) faults.add(problemOf(fault), { file, path: fault.path }, hintOf(fault));
  return letters;
}

function problemOf({ kind, slot }: SlotFault): string {
  switch (kind) {
    case 'unknown':
      return `{${slot}} は、ここに書けません。`;
    case 'brace':
      return `「${slot}」が、入れる値の名前になっていません。`;
    case 'alone':
      return '{items} と同じ行に、ほかの言葉があります。';
  }
}

function hintOf({ kind, slot, known }: SlotFault): string {
  if (kind === 'alone') return '{items} は、一行にそれだけを書いてください。';
  if (known.length === 0) return 'ここには、入れる値の名前は書けません。文だけを書いてください。';
  const list = `書けるもの: ${known.join('、')}。`;
  if (kind === 'brace') return `値が入る所は {company} のように書きます。${list}`;
  const meant = known.find((one) => isMisspelling(slot, one));
  return meant === undefined ? list : `もしかして {${meant}} ですか。${list}`;
}

const nothing = { subject: '', lines: [] };
const noLetters: Letters = {
  letters: { invitation: nothing, receipt: nothing, remedy: nothing, again: nothing, reminder: nothing },
  item: [],
  reasons: {
    changed: '',
    unreadable: '',
    unlike: '',
    unsigned: '',
    contradicted: '',
    altered: '',
    'other-list': '',
    'not-ours': '',
    'no-answers': '',
    'older-version': '',
    'signed-before': '',
  },
};
