/** A character that must not stand in a document: what is shown would not be what is stored. */
export interface ForbiddenCharacter {
  /** `hidden`: nobody sees it, and it can be taken out. `lost`: the mark of a letter that could not be read. */
  kind: 'hidden' | 'lost';
  /** As `U+202E`. */
  codePoint: string;
}

// Controls (category Cc), line and paragraph separators, and the marks that reorder text (UAX #9, 2.1–2.3 and 2.6).
const disorder = String.raw`\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
// What no font draws (U+200B, U+00AD, U+FEFF), and spaces of other widths than a keyboard writes (U+2009, U+202F). Variation
// selectors belong to the letter before them.
const unseen = String.raw`(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|(?![ \u00a0\u3000])\p{Zs}`;
const lost = String.raw`\p{Cs}\ufffd`;

const forbiddenForm = new RegExp(`[${disorder}${lost}]|${unseen}`, 'u');
const unsafeForm = new RegExp(String.raw`[${disorder}\p{Cs}]`, 'u');
const lostForm = new RegExp(`[${lost}]`, 'u');
const removedForm = new RegExp(String.raw`(?![\n\t])[${disorder}\p{Cs}]|${unseen}`, 'gu');

/**
 * Finds the first character that a person has to mend before a text is handed over: a control or anything else that is not
 * seen, half a surrogate pair, the mark of a letter that was not read.
 * @param lines whether line breaks and tabs are allowed
 */
export function findForbidden(text: string, { lines }: { lines: boolean }): ForbiddenCharacter | undefined {
  return find(text, forbiddenForm, lines);
}

/**
 * As findForbidden(), of what may not even be kept: it would turn or break what stands around it. What was kept before more
 * was forbidden can still be read.
 */
export function findUnsafe(text: string, { lines }: { lines: boolean }): ForbiddenCharacter | undefined {
  return find(text, unsafeForm, lines);
}

/** A text without what nobody sees, but for line breaks and tabs; a space of another width becomes an ordinary one. */
export function removeHidden(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(removedForm, (found) => (/\p{Zs}/u.test(found) ? ' ' : ''));
}

/** Japanese: what is wrong with a text and what to do. @param name of the field or place, e.g. `会社名` */
export function forbiddenMessage(name: string, { kind, codePoint }: ForbiddenCharacter): string {
  return kind === 'lost'
    ? `${name}に、読み取れなかった文字の印（${codePoint}）が入っています。元の文字を入力し直してください。`
    : `${name}に、目に見えない文字（${codePoint}）が入っています。取り除くか、入力し直してください。`;
}

/** What a field's button says that does removeHidden(). */
export const removeHiddenLabel = '目に見えない文字を取り除く';

/** A field that has no name on its page. */
export const unnamedField = 'この欄';

/** Length as people count it in code points, so that 𠮷 is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function find(text: string, form: RegExp, lines: boolean): ForbiddenCharacter | undefined {
  // Nearly every text has none, and is looked at once.
  if (!form.test(text)) return undefined;
  for (const character of text) {
    if (lines && (character === '\n' || character === '\t' || character === '\r')) continue;
    if (form.test(character))
      return { kind: lostForm.test(character) ? 'lost' : 'hidden', codePoint: toCodePoint(character) };
  }
  return undefined;
}

function toCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
