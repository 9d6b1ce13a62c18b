import { unset, unsetText } from './unset.ts';

/**
 * What a company decides about a definition that many companies share. By `role:<id>` and `blank:<id>` its own words, by
 * `choice:<id>` the id of the option that it chose; `unset` stands for a blank or choice that is open. They stand in a file beside the definition, whose texts
 * name them as `{{role:<id>}}`: so a role that is renamed makes no other definition, and nothing but a name can be
 * put in the place of one.
 */
export type CompanyWords = Readonly<Record<string, string>>;

/**
 * Under this key stands the name of the site that asks, where it has one: the head of the document says it. No definition
 * names it, so that a site may be called otherwise and ask the same.
 */
export const issuerKey = 'site:title';
/** How a verifier says that a site has no name. */
const noIssuer = '（サイトの名前なし）';

/** The options of the choices that a definition names, in the order of the sample. */
export type CompanyChoices = Readonly<Record<string, readonly { id: string; text: string }[]>>;

/** Holds where a choice is open, or set to this option. */
export interface ChoiceCondition {
  choice: string;
  is: string;
}

/** A definition before the company's words are in it; the same type, with its choices. */
export type Template<Definition> = Definition & { choices?: CompanyChoices };

/** A definition and the words that are in it, apart: what a file holds, what a site offers. */
export interface Worded<Definition> {
  template: Template<Definition>;
  words: CompanyWords;
}

const placeholder = /\{\{((?:role|blank|choice):[A-Za-z0-9-]{1,100})\}\}/g;

/** A name on one line and no sentence, so that no rule can be slipped in under the name of a role. */
const name = /^[^\p{C}\p{Zl}\p{Zp}。．！？!?{}<>]{1,60}$/u;
/** What fills a blank is longer: a desk, a product, an address. */
const filling = /^[^\p{C}\p{Zl}\p{Zp}。{}<>]{1,200}$/u;

/** Fills every text of a template; ids and addresses hold no placeholders. */
export function fillTexts<Value>(value: Value, words: CompanyWords, choices: CompanyChoices): Value;
export function fillTexts(value: unknown, words: CompanyWords, choices: CompanyChoices): unknown {
  if (typeof value === 'string') {
    return value.includes('{{') ? value.replace(placeholder, (_, key: string) => wordFor(key, words, choices)) : value;
  }
  if (Array.isArray(value)) return value.map((inner) => fillTexts(inner, words, choices));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillTexts(inner, words, choices)]));
}

/** The option that the company has chosen, or `unset`. */
export function chosenOf(words: CompanyWords, choice: string): string {
  const key = `choice:${choice}`;
  return Object.hasOwn(words, key) ? (words[key] ?? unset) : unset;
}

/** Whether a text names what the company has not decided: a choice, or a blank. */
export function isOpenText(text: string, words: CompanyWords): boolean {
  return [...text.matchAll(placeholder)].some(([, key = '']) => Object.hasOwn(words, key) && words[key] === unset);
}

/** Whether what stands under these conditions is shown: an open choice shows everything. */
export function isShownWith(words: CompanyWords, conditions: readonly ChoiceCondition[] = []): boolean {
  return conditions.every(({ choice, is }) => [is, unset].includes(chosenOf(words, choice)));
}

/** The keys of the words that a template needs, sorted. */
export function listWordKeys(template: object): string[] {
  const keys = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') for (const [, key = ''] of value.matchAll(placeholder)) keys.add(key);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      // Of a setting, and of what is shown under a condition.
      if (key === 'choice' && typeof inner === 'string') keys.add(`choice:${inner}`);
      walk(inner);
    }
  };
  walk(template);
  return [...keys].sort();
}

/**
 * English: what is wrong with the words for a template, or undefined: each one it names is there, and looks like one;
 * besides them there may be the name of the site.
 */
export function findWordFault({ template, words }: Worded<object>): string | undefined {
  const own = Object.hasOwn(words, issuerKey) ? [issuerKey] : [];
  const keys = [...listWordKeys(template), ...own].sort();
  if (keys.join() !== Object.keys(words).sort().join()) return 'The words are not those that the definition names.';
  const { choices = {} } = template;
  return keys.find((key) => !isWord(key, words[key] ?? '', choices));
}

/** Whether a text can stand for a key. */
export function isWord(key: string, text: string, choices: CompanyChoices): boolean {
  const [kind, id = ''] = key.split(':');
  if (kind === 'role' || key === issuerKey) return name.test(text);
  if (kind === 'blank') return filling.test(text);
  const options = Object.hasOwn(choices, id) ? choices[id] : undefined;
  return options !== undefined && (text === unset || options.some((option) => option.id === text));
}

/** A word as people read it: of a choice the text of the option, or 未設定; of a site without a name, that it has none. */
export function toReadableWord(key: string, word: string, choices: CompanyChoices = {}): string {
  const [kind, id = ''] = key.split(':');
  if (key === issuerKey && word === '') return noIssuer;
  if (kind !== 'choice') return word === unset ? unsetText : word;
  const options = Object.hasOwn(choices, id) ? choices[id] : undefined;
  return options?.find((option) => option.id === word)?.text ?? unsetText;
}

function wordFor(key: string, words: CompanyWords, choices: CompanyChoices): string {
  const [kind, id = ''] = key.split(':');
  if (kind !== 'choice') return Object.hasOwn(words, key) ? toReadableWord(key, words[key] ?? '') : '';
  const options = (Object.hasOwn(choices, id) ? choices[id] : undefined) ?? [];
  const chosen = chosenOf(words, id);
  const found = options.find((option) => option.id === chosen)?.text;
  return found ?? `（${options.map(({ text }) => text).join('、')}のうち、会社が決めるもの）`;
}
