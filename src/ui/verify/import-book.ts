import { type MergeConflict, type MergePlan, planMerge } from '../../core/address-book/merge.ts';
import {
  type AddressBookReading,
  addressBookMessage,
  readAddressBook,
} from '../../core/address-book/read-address-book.ts';
import { longestJson } from '../../core/text/limits.ts';
import type { AddressBookStore } from '../../stores/address-book.ts';
import { decodingWords, readTextFile } from '../parts/read-text-file.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { renderForeignContact, showName } from './render-contact.ts';

/** Longest UTF-8 of a text that is read: a code unit takes three bytes at most. */
const longestFile = longestJson * 3;

/**
 * Reads a file, shows what merging it would do, and does so when the person agrees.
 * @param taken called once the file is read
 * @returns how it ended, or undefined when the file cannot be read: then the page says why
 */
export async function importBook(
  root: ParentNode,
  file: Blob,
  book: AddressBookStore,
  taken: () => void,
): Promise<'merged' | 'nothing' | 'stopped' | 'full' | undefined> {
  // A file of 100 MB is refused by its size; it is never read.
  const reading = file.size > longestFile ? tooLarge : await readBook(file);
  taken();
  const problem = findPart(root, '[data-import-problem]');
  problem.hidden = reading.ok;
  problem.textContent = reading.ok ? '' : 'message' in reading ? reading.message : addressBookMessage(reading.problem);
  if (!reading.ok) return undefined;
  book.look();
  const plan = planMerge(book.$contacts.get(), reading.contacts);
  if (plan.additions.length + plan.conflicts.length === 0) return 'nothing';
  const chosen = await askToMerge(root, plan);
  if (!chosen) return 'stopped';
  // Another page may have changed the book while this one asked: nothing is overwritten that was not shown.
  book.look();
  return book.merge(narrow(plan, planMerge(book.$contacts.get(), reading.contacts)), chosen) ? 'merged' : 'full';
}

const tooLarge = { ok: false, problem: { kind: 'too-large' } } as const;

async function readBook(file: Blob): Promise<AddressBookReading | { ok: false; message: string }> {
  try {
    return readAddressBook(await readTextFile(file));
  } catch (error) {
    const message = decodingWords(error);
    // Otherwise moved, deleted, or locked by another program.
    return message === undefined ? readAddressBook('') : { ok: false, message };
  }
}

/** What of a plan still holds: an addition that has become a conflict is left out, for nobody was asked about it. */
function narrow(shown: MergePlan, now: MergePlan): MergePlan {
  const additions = new Set(shown.additions.map(({ fingerprint }) => fingerprint));
  const conflicts = new Map(shown.conflicts.map((conflict) => [conflict.incoming.fingerprint, conflict]));
  return {
    ...now,
    additions: now.additions.filter(({ fingerprint }) => additions.has(fingerprint)),
    conflicts: now.conflicts.filter(
      (conflict) => JSON.stringify(conflicts.get(conflict.incoming.fingerprint)) === JSON.stringify(conflict),
    ),
  };
}

/** Shows the plan. @returns fingerprints of the conflicts to be taken, or undefined when the person gave it up */
function askToMerge(root: ParentNode, plan: MergePlan): Promise<ReadonlySet<string> | undefined> {
  const section = findPart(root, '[data-merge]');
  const { additions, unchanged, conflicts } = plan;
  fillSlots(section, {
    additions: String(additions.length),
    unchanged: String(unchanged),
    conflicts: String(conflicts.length),
  });
  findPart(section, '[data-conflicts]').replaceChildren(...conflicts.map((conflict) => renderConflict(root, conflict)));
  findPart(section, '[data-when-additions]').hidden = additions.length === 0;
  findPart(section, '[data-additions]').replaceChildren(
    ...additions.map((contact) => renderForeignContact(root, contact)),
  );
  section.hidden = false;
  findPart(section, '[data-merge-heading]').focus();
  return new Promise((resolve) => {
    const controller = new AbortController();
    const { signal } = controller;
    const end = (chosen: ReadonlySet<string> | undefined) => {
      controller.abort();
      section.hidden = true;
      // Gone rather than hidden: nothing of a plan that is over can be mistaken for the book.
      for (const list of ['[data-conflicts]', '[data-additions]']) findPart(section, list).replaceChildren();
      resolve(chosen);
    };
    findPart(section, '[data-merge-do]').addEventListener('click', () => end(readChoices(section)), { signal });
    findPart(section, '[data-merge-stop]').addEventListener('click', () => end(undefined), { signal });
  });
}

function renderConflict(root: ParentNode, { incoming, kind, existing }: MergeConflict): HTMLElement {
  const field = findPart(copyTemplate(root, 'conflict'), 'fieldset');
  fillSlots(field, { name: showName(incoming) });
  for (const words of field.querySelectorAll<HTMLElement>('[data-conflict]'))
    if (words.dataset['conflict'] !== kind) words.remove();
  findPart(field, '[data-existing]').append(...existing.map((contact) => renderForeignContact(root, contact)));
  findPart(field, '[data-incoming]').append(renderForeignContact(root, incoming));
  for (const choice of field.querySelectorAll('input')) choice.name = `conflict-${incoming.fingerprint}`;
  return field;
}

function readChoices(section: HTMLElement): Set<string> {
  const taken = section.querySelectorAll<HTMLInputElement>('input[value="take"]:checked');
  return new Set([...taken].map(({ name }) => name.replace(/^conflict-/, '')));
}
