import { join } from 'node:path';
import { ContentError } from '../core/content-error.ts';
import type { Organization, Roles } from '../core/regulation/registers.ts';
import type { FillIns } from '../core/tailoring/fill-ins.ts';
import type { Passage } from '../core/tailoring/items.ts';
import { fillText, type Piece, toPieces, type Wording } from '../core/tailoring/wording.ts';
import type { Use } from './handbook-page.ts';
import { unknownId } from './parse-content.ts';
import { ownHandbook } from './read-tailoring.ts';

/**
 * Every role, blank, choice and option that a page names exists; only the company's own handbook has blanks and choices.
 * @throws ContentError for one that does not, and for a choice that leaves an option without words.
 */
export function checkUses(uses: readonly Use[], handbook: string, roles: Roles, wording: Wording, file: string): void {
  for (const { kind, id, options, isComplete, line, at } of uses) {
    const path = `line ${line} ${at}`;
    if (kind === 'role') {
      const known = Object.keys(roles[handbook] ?? {});
      if (!known.includes(id)) throw unknownId('role', id, known, file, path);
      continue;
    }
    if (handbook !== ownHandbook) {
      throw new ContentError(`a ${kind} in a client's document.`, {
        file,
        path,
        hint: `Only the handbook "${ownHandbook}" is the company's to tailor.`,
      });
    }
    const known = Object.keys(kind === 'blank' ? wording.blanks : wording.choices);
    if (!known.includes(id)) throw unknownId(kind, id, known, file, path);
    if (kind === 'choice') checkOptions(id, options, isComplete, wording, file, path);
  }
}

/** Every choice and blank stands in some passage: one that changes nothing would mislead the company. @throws ContentError */
export function checkFillInsUsed(
  { choices, blanks }: FillIns,
  { roles }: Organization,
  passages: readonly Passage[],
  root: string,
): void {
  const named = new Set(Object.values(roles).flatMap((name) => toPieces(name).map(keyOf)));
  for (const { text, beside, conditions } of passages) {
    collect([...text, ...beside], named);
    for (const { choice } of conditions) named.add(`choices.${choice}`);
  }
  const keys = [
    ...Object.keys(choices).map((id) => `choices.${id}`),
    ...Object.keys(blanks).map((id) => `blanks.${id}`),
  ];
  for (const key of keys) {
    if (named.has(key)) continue;
    throw new ContentError('stands in no page and answers no decision.', {
      file: join(root, 'choices.yaml'),
      path: key,
      hint: `Use it in a page of the handbook "${ownHandbook}", or remove it here and in organization.yaml.`,
    });
  }
}

function collect(pieces: readonly Piece[], named: Set<string>): void {
  for (const piece of pieces) {
    named.add(keyOf(piece));
    if (typeof piece === 'object' && 'choice' in piece) {
      for (const option of Object.values(piece.options ?? {})) collect(option, named);
    }
  }
}

function keyOf(piece: Piece): string {
  if (typeof piece === 'string') return '';
  if ('choice' in piece) return `choices.${piece.choice}`;
  return 'blank' in piece ? `blanks.${piece.blank}` : `roles.${piece.role}`;
}

/**
 * A text of a YAML file with its `{{role:…}}`, `{{choice:…}}` and `{{blank:…}}` filled in.
 * @throws ContentError for a placeholder that names nothing.
 */
export function fillPlaceholders(text: string, wording: Wording, file: string, path: string): string {
  for (const piece of toPieces(text)) {
    if (typeof piece === 'string') continue;
    const [kind, id, known] =
      'role' in piece
        ? (['role', piece.role, wording.roles] as const)
        : 'blank' in piece
          ? (['blank', piece.blank, wording.blanks] as const)
          : (['choice', piece.choice, wording.choices] as const);
    if (!Object.hasOwn(known, id)) throw unknownId(kind, id, Object.keys(known), file, path);
  }
  return fillText(text, wording);
}

function checkOptions(
  choice: string,
  options: readonly string[],
  isComplete: boolean,
  wording: Wording,
  file: string,
  path: string,
): void {
  const known = Object.keys(wording.choices[choice] ?? {});
  for (const option of options) {
    // `unset` stands for "while nobody has chosen", where a passage needs an option.
    if (known.includes(option) || (option === 'unset' && !isComplete)) continue;
    throw unknownId('option', option, isComplete ? known : ['unset', ...known], file, path);
  }
  if (isComplete && (new Set(options).size !== options.length || options.length !== known.length)) {
    throw new ContentError(`the choice "${choice}" does not give each option its words once.`, {
      file,
      path,
      hint: `Write one <Option> for each of: ${known.join(', ')}.`,
    });
  }
}
