import { join } from 'node:path';
import type { Library } from '../core/regulation/library.ts';
import type { Organization } from '../core/regulation/registers.ts';
import type { FillIns } from '../core/tailoring/fill-ins.ts';
import type { Passage } from '../core/tailoring/items.ts';
import { fillPieces, fillText, type Piece, type TextPiece, toPieces, type Wording } from '../core/tailoring/wording.ts';
import type { Faults, Place } from './faults.ts';
import type { Use } from './handbook-page.ts';
import { kindName } from './kind-name.ts';
import { namedRoles } from './known.ts';
import type { Tailoring } from './read-tailoring.ts';

/**
 * Every role, blank, choice and option that a page names exists; only the company's own handbooks have blanks and choices,
 * and no choice leaves an option without words.
 * @param wording the words of the page's handbook
 */
export function checkUses(
  uses: readonly Use[],
  { handbook, file }: { handbook: string; file: string },
  { roles, ours }: Pick<Library, 'roles' | 'ours'>,
  wording: Wording,
  faults: Faults,
): void {
  for (const use of uses) {
    const { kind, id, line, at } = use;
    const place = { file, line, path: at };
    if (kind === 'role') {
      faults.checkKnown('role', id, namedRoles({ roles, wording }, handbook), place, 'roles.yaml');
    } else if (!ours.includes(handbook)) {
      const hint = `空欄と選択と一覧を置けるのは、sources に「ours: true」と書いた文書だけです（今は ${ours.join('、') || 'なし'}）。`;
      faults.add(`委託元の文書に、${kindName(kind)}があります。`, place, hint);
    } else {
      const isKnown = faults.checkKnown(kind, id, Object.keys(wording[`${kind}s`] ?? {}), place, 'choices.yaml');
      if (isKnown && kind === 'choice') checkOptions(use, wording, place, faults);
      if (isKnown && kind === 'list') checkList(use, wording, place, faults);
    }
  }
}

/**
 * Every choice, blank and list stands in some passage: one that changes nothing would mislead the company. Where a document is
 * off, it may be one of that document, and nobody is shown it.
 */
export function checkFillInsUsed(
  { choices, blanks, lists = {} }: FillIns,
  { roles }: Organization,
  passages: readonly Passage[],
  { ours, inForce }: Pick<Tailoring, 'ours' | 'inForce'>,
  faults: Faults,
): void {
  if (inForce.off.size > 0 || faults.isLost('decisions/')) return;
  if (ours.some((id) => faults.isLost(`handbooks/${id}/`))) return;
  const named = listNamed(roles, passages);
  const file = join(faults.root, 'choices.yaml');
  // Which of several it was meant for, nobody can tell.
  const page = ours.length > 1 ? `手引（${ours.join('、')}）のどれかの頁` : `手引「${ours[0] ?? 'company'}」の頁`;
  const hint = `${page}で使うか、ここと organization.yaml から消してください。`;
  for (const [kind, items] of Object.entries({ choice: choices, blank: blanks, list: lists })) {
    for (const id of Object.keys(items)) {
      const path = `${kind}s.${id}`;
      if (named.has(path) || faults.isMeant(kind, id)) continue;
      faults.add('どの頁でも、どの判断でも使われていません。', { file, path }, hint);
    }
  }
}

/** What texts and names of roles name, as `choices.byod`, `blanks.capacity` and `lists.backups`. */
export function listNamed(roles: Readonly<Record<string, string>>, passages: readonly Passage[]): Set<string> {
  const named = new Set(Object.values(roles).flatMap((name) => toPieces(name).map(keyOf)));
  for (const { text, beside, conditions } of passages) {
    collect([...text, ...beside], named);
    for (const { choice } of conditions) named.add(`choices.${choice}`);
  }
  return named;
}

function collect(pieces: readonly Piece[], named: Set<string>): void {
  for (const piece of pieces) {
    named.add(keyOf(piece));
    if (typeof piece === 'object' && 'choice' in piece) {
      for (const option of Object.values(piece.options ?? {})) collect(option, named);
    }
    // Rows of the sample that those of the company stand for are there to be taken back.
    if (typeof piece !== 'object' || !('list' in piece)) continue;
    for (const id of piece.list.split(' ')) named.add(`lists.${id}`);
    collect(piece.sample, named);
  }
}

function keyOf(piece: Piece): string {
  if (typeof piece === 'string') return '';
  if ('list' in piece) return '';
  const [kind, id] = namedBy(piece);
  return `${kind}s.${id}`;
}

/** What a piece that is no text names. */
export function namedBy(piece: Exclude<TextPiece, string>): [kind: 'role' | 'blank' | 'choice', id: string] {
  if ('role' in piece) return ['role', piece.role];
  return 'blank' in piece ? ['blank', piece.blank] : ['choice', piece.choice];
}

/**
 * A text of a YAML file with its `{{role:…}}`, `{{choice:…}}` and `{{blank:…}}` filled in. One that names nothing is a
 * fault.
 */
export function fillPlaceholders(text: string, wording: Wording, place: Place, faults: Faults): string {
  for (const piece of toPieces(text)) {
    if (typeof piece === 'string') {
      checkBraces(piece, place, faults);
      continue;
    }
    const [kind, id] = namedBy(piece);
    const names = Object.entries(wording[`${kind}s`]).map(
      ([one, name]) => [one, typeof name === 'string' ? fillText(name, wording) : ''] as const,
    );
    faults.checkKnown(kind, id, names, place, kind === 'role' ? 'organization.yaml' : 'choices.yaml');
  }
  return fillText(text, wording);
}

/** What looks like a placeholder and is none would be shown as it stands. */
export function checkBraces(text: string, place: Place, faults: Faults): void {
  const [found] = /\{\{[^}]*\}*/.exec(text) ?? [];
  if (found)
    faults.add(
      `「${found}」は、置き換える書き方ではありません。`,
      place,
      '{{role:…}}、{{choice:…}}、{{blank:…}} のどれかで書いてください。',
    );
}

function checkOptions({ id, options = [], isComplete }: Use, wording: Wording, place: Place, faults: Faults): void {
  const known = Object.keys(wording.choices[id] ?? {});
  for (const option of options) {
    // `unset` stands for "while nobody has chosen", where a passage needs an option.
    if (known.includes(option) || (option === 'unset' && !isComplete)) continue;
    faults.unknown('option', option, isComplete ? known : ['unset', ...known], place);
  }
  const isKnown = options.every((option) => known.includes(option));
  if (isComplete && isKnown && (new Set(options).size !== options.length || options.length !== known.length)) {
    const hint = `次のそれぞれに、<Option> を一つずつ書いてください: ${known.join('、')}。`;
    faults.add(`選択「${id}」に、選択肢ごとの文が一つずつありません。`, place, hint);
  }
}

/** A table of a list has the list's columns over it, and a place with a group one that the list knows. */
function checkList({ id, group, head }: Use, wording: Wording, place: Place, faults: Faults): void {
  const list = wording.lists?.[id];
  if (!list) return;
  const groups = list.columns.find((column) => column.id === list.by)?.options;
  if (group !== undefined && !groups?.includes(group)) {
    const hint = groups
      ? `次のどれかです: ${groups.join('、')}。`
      : 'choices.yaml のこの一覧に by がないので、group は書けません。';
    faults.add(`一覧「${id}」に、まとまり「${group}」はありません。`, place, hint);
  } else if (head) {
    const shown = list.columns.filter((column) => !column.added && !(group !== undefined && column.id === list.by));
    const labels = shown.map(({ label }) => fillText(label, wording).trim());
    const found = head.map((pieces) => fillPieces(pieces, wording).trim());
    if (labels.join('\t') === found.join('\t')) return;
    const hint = `表の見出し（${found.join('、')}）と、choices.yaml の columns の label（${labels.join('、')}）を、同じ順、同じ言葉にしてください。`;
    faults.add(`一覧「${id}」の列が、表の見出しと違います。`, place, hint);
  }
}
