import { type FilledList, rowsOf } from './list-rows.ts';
import { toListText } from './list-words.ts';
import { type ListPiece, type Piece, toPieces } from './pieces.ts';

export { type ListPiece, type Piece, type TextPiece, toPieces } from './pieces.ts';

/** Holds where a choice is open, or set to this option. */
export interface Condition {
  choice: string;
  is: string;
}

/** What fills the pieces of a handbook. */
export interface Wording {
  /** Set values by their path in organization.yaml, e.g. `choices.byod` → `forbidden`; what is open is absent. */
  values: ReadonlyMap<string, string>;
  /** Names of roles by id; they may hold choices themselves: `{{choice:inspection}}責任者`. */
  roles: Record<string, string>;
  /** By id: path in organization.yaml, the words printed while it is open, the words behind the value. */
  blanks: Record<string, { path: string; printed: string; unit?: string }>;
  /** By id: option id → words, in the order of the sample. */
  choices: Record<string, Record<string, string>>;
  /** By id, with the company's rows where it has written any. */
  lists?: Record<string, FilledList>;
}

/** The option that is chosen, or undefined while the choice is open. */
export function chosenOption({ values }: Pick<Wording, 'values'>, choice: string): string | undefined {
  return values.get(`choices.${choice}`);
}

/** Whether text under these conditions stands on the pages: an open choice shows everything. */
export function isShown(wording: Pick<Wording, 'values'>, conditions: readonly Condition[]): boolean {
  return conditions.every(({ choice, is }) => (chosenOption(wording, choice) ?? is) === is);
}

/** What stands above the options of an open choice between paragraphs. */
export const openChoiceLead = '次のどれによるかは、会社が決める（未設定）。';

/** The pieces as one plain text: set values in their place, open ones as the sample prints them. */
export function fillPieces(pieces: readonly Piece[], wording: Wording): string {
  return pieces.map((piece) => fillPiece(piece, wording)).join('');
}

/** As `fillPieces`, with one line a paragraph, item or row, and nothing around it. */
export function fillLines(pieces: readonly Piece[], wording: Wording): string {
  return fillPieces(pieces, wording)
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** As `fillPieces`, for a text with placeholders. */
export function fillText(text: string, wording: Wording): string {
  return fillPieces(toPieces(text), wording);
}

function fillPiece(piece: Piece, wording: Wording): string {
  if (typeof piece === 'string') return piece;
  if ('role' in piece) return fillText(wording.roles[piece.role] ?? '', wording);
  if ('blank' in piece) return fillBlank(piece.blank, wording);
  if ('list' in piece) return fillList(piece, wording);
  const words = wording.choices[piece.choice] ?? {};
  const option = (id: string) => (piece.options ? fillPieces(piece.options[id] ?? [], wording) : (words[id] ?? ''));
  const chosen = chosenOption(wording, piece.choice);
  if (chosen !== undefined) return option(chosen);
  const all = Object.keys(words).map(option);
  return piece.block ? `${openChoiceLead}\n${all.join('\n')}\n` : all.join('/');
}

/** The list that the company has written rows of; undefined while the sample's stand. */
export function findOwnList(wording: Pick<Wording, 'lists'>, id: string): FilledList | undefined {
  const list = wording.lists?.[id];
  return list?.rows === undefined ? undefined : list;
}

/**
 * Whether what speaks of the sample's rows stands on the pages.
 * @param samples around it, each with the ids of one or several lists, as `ListPiece` has them
 */
export function isSampleShown(wording: Pick<Wording, 'lists'>, samples: readonly string[] = []): boolean {
  const isOwn = (id: string) => findOwnList(wording, id)?.adds === undefined && findOwnList(wording, id) !== undefined;
  return samples.every((ids) => !ids.split(' ').every(isOwn));
}

function fillList(piece: ListPiece, wording: Wording): string {
  const sample = isSampleShown(wording, [piece.list]) ? fillPieces(piece.sample, wording) : '';
  const list = piece.as && findOwnList(wording, piece.list);
  return list ? sample + toListText(piece, list, (text) => fillText(text, wording)) : sample;
}

/** The value of a blank with its unit, or what the sample prints there. */
export function fillBlank(id: string, { blanks, values }: Pick<Wording, 'blanks' | 'values'>): string {
  const blank = blanks[id];
  const value = blank && values.get(blank.path);
  return value === undefined ? (blank?.printed ?? '') : value + (blank?.unit ?? '');
}

/**
 * Paths in organization.yaml of the choices and blanks that the pieces need; what stands inside an option that is
 * not chosen is not needed.
 */
export function listPaths(pieces: readonly Piece[], wording: Wording): string[] {
  return [...new Set(pieces.flatMap((piece) => pathsOf(piece, wording)))];
}

/** Those of `listPaths` that have no value yet. */
export function listOpenPaths(pieces: readonly Piece[], wording: Wording): string[] {
  return listPaths(pieces, wording).filter((path) => !wording.values.has(path));
}

/** Roles that the pieces name, where an open choice shows every option, and a list without rows those of the sample. */
export function listRoles(pieces: readonly Piece[], wording: Pick<Wording, 'values' | 'lists'>): string[] {
  const all = pieces.flatMap((piece): string[] => {
    if (typeof piece === 'string' || 'blank' in piece) return [];
    if ('role' in piece) return [piece.role];
    if ('list' in piece) return listRoles(piecesOfList(piece, wording), wording);
    return optionsOf(piece, wording).flatMap((option) => listRoles(option, wording));
  });
  return [...new Set(all)];
}

/** The options of a choice with words of their own that stand on the pages. */
function optionsOf(
  { choice, options = {} }: { choice: string; options?: Record<string, Piece[]> },
  wording: Pick<Wording, 'values'>,
): Piece[][] {
  const chosen = chosenOption(wording, choice);
  return Object.entries(options).flatMap(([id, option]) => (chosen === undefined || id === chosen ? [option] : []));
}

function pathsOf(piece: Piece, wording: Wording): string[] {
  if (typeof piece === 'string') return [];
  if ('role' in piece) return listPaths(toPieces(wording.roles[piece.role] ?? ''), wording);
  if ('blank' in piece) return [wording.blanks[piece.blank]?.path ?? []].flat();
  if ('list' in piece) return listPaths(piecesOfList(piece, wording), wording);
  return [`choices.${piece.choice}`, ...optionsOf(piece, wording).flatMap((option) => listPaths(option, wording))];
}

/** What a list shows of roles and blanks: the sample's, or those that the company's own cells and its heads name. */
function piecesOfList({ list: id, sample, as, group, at }: ListPiece, wording: Pick<Wording, 'lists'>): Piece[] {
  const shown = isSampleShown(wording, [id]) ? sample : [];
  const list = as && at === undefined ? findOwnList(wording, id) : undefined;
  if (!list) return shown;
  const head = as === 'table' ? list.columns.map(({ label }) => label) : [];
  const cells = rowsOf(list, group).flatMap((row) => Object.values(row));
  return [...shown, ...[...head, ...cells].flatMap(toPieces)];
}
