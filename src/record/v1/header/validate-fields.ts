import { countCharacters, findForbidden, forbiddenMessage } from '../../../core/text/characters.ts';
import { findMonthEnd, isDate, lastOfMonth } from '../../../core/text/date.ts';
import { type Header, headerNames } from './header.ts';

/** Something a person has to mend before a document can be handed over. */
export interface FieldProblem {
  /** Name of the field on the page, e.g. `company`. */
  fieldId: string;
  /** Japanese: what to do. */
  message: string;
}

/** Longest text of the header, in characters (code points). */
export const longestHeaderText = 100;

/** What a tool asks of the header otherwise than most do. */
export interface HeaderAsked {
  /** Its own names for the fields. */
  names?: Readonly<Partial<Record<keyof Header, string>>>;
  /** Fields that must be filled in. */
  required?: readonly (keyof Header)[];
}

/**
 * What is wrong with the header, in order of display.
 * @param header as sent
 * @param today `YYYY-MM-DD` where the person is
 */
export function validateHeader(
  header: Header,
  today: string,
  { names = {}, required = ['company', 'checker'] }: HeaderAsked = {},
): FieldProblem[] {
  const line = (key: 'company' | 'checker' | 'recipient' | 'business'): FieldProblem[] => {
    const name = names[key] ?? headerNames[key];
    const rule = { name, max: longestHeaderText, required: required.includes(key), lines: false };
    return problemAt(key, textMessage(header[key], rule));
  };
  return [
    ...line('company'),
    ...line('checker'),
    ...problemAt('checkedOn', checkedOnMessage(header.checkedOn, today, names.checkedOn)),
    ...line('recipient'),
    ...line('business'),
  ];
}

/** The message as a list of one problem, or an empty list. */
export function problemAt(fieldId: string, message: string | undefined): FieldProblem[] {
  return message === undefined ? [] : [{ fieldId, message }];
}

/** What is wrong with a text, or undefined. @param lines whether line breaks are allowed */
export function textMessage(
  text: string,
  { name, max, required, lines }: { name: string; max: number; required: boolean; lines: boolean },
): string | undefined {
  if (text === '') return required ? `${name}を入力してください。` : undefined;
  const count = countCharacters(text);
  if (count > max) {
    return `${name}を ${max.toLocaleString('en')} 文字以内に縮めてください（今は ${count.toLocaleString('en')} 文字です）。`;
  }
  const forbidden = findForbidden(text, { lines });
  return forbidden && forbiddenMessage(name, forbidden);
}

/** What is wrong with a date that must be there, or undefined. @param date as sent; @param example a date to show */
export function dateMessage(date: string, name: string, example: string): string | undefined {
  if (date === '') return `${name}を入力してください（例: ${example}）。`;
  if (isDate(date)) return undefined;
  const monthEnd = findMonthEnd(date);
  if (monthEnd !== undefined) return `${name}を、日まで入力してください（月の末日なら ${monthEnd}）。`;
  const [, month = ''] = /^(\d{4}-\d\d)-\d\d$/.exec(date) ?? [];
  if (isDate(`${month}-01`)) {
    const [year, number, days] = lastOfMonth(`${month}-01`).split('-').map(Number);
    return `${name}に、暦にない日が入っています。${year}年${number}月は ${days} 日までです。正しい日を入力してください。`;
  }
  if (/^\d{1,2}(?:月|[-/.])\d{1,2}日?$/.test(date.normalize('NFKC')))
    return `${name}を、年から入力してください（例: ${example}）。`;
  return `${name}には、実際にある日付を 1900 年から 2100 年までの年月日で入力してください（例: ${example}）。`;
}

function checkedOnMessage(date: string, today: string, name?: string): string | undefined {
  const message = dateMessage(date, name ?? headerNames.checkedOn, today);
  if (message !== undefined || date <= today) return message;
  return name === undefined
    ? '確認日に今日より後の日付が入っています。確認した日を入力してください。'
    : `${name}に今日より後の日付が入っています。今日までの日付を入力してください。`;
}
