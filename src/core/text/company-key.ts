import { foldText } from './fold.ts';
import { foldVariants } from './variant-letters.ts';

/**
 * Legal forms and how they are shortened, in brackets after NFKC: ㈱ and （株） both come as (株), ㍿ as 株式会社. Of the signs
 * of U+3220 to U+3243 these are the ones that mean a form; ㈹ is a representative, ㈰ a Sunday.
 */
const forms: readonly (readonly [form: string, ...short: string[]])[] = [
  // Companies Act, and its predecessors.
  ['株式会社', '株'],
  ['有限会社', '有'],
  ['合同会社', '同'],
  ['合名会社', '名'],
  ['合資会社', '資'],
  // The two kinds since 2008, with those that were chosen to be of public interest, and their predecessors.
  ['公益社団法人', '公社'],
  ['公益財団法人', '公財'],
  ['一般社団法人', '一社'],
  ['一般財団法人', '一財'],
  ['社団法人', '社'],
  ['財団法人', '財'],
  // Laws of their own.
  ['社会福祉法人', '福', '社福'],
  ['医療法人社団', '医社'],
  ['医療法人財団', '医財'],
  ['医療法人', '医'],
  ['学校法人', '学'],
  ['宗教法人', '宗'],
  ['特定非営利活動法人', '特非', '特'],
  ['独立行政法人', '独'],
  ['地方独立行政法人', '地独'],
  ['協同組合', '協'],
  ['企業組合', '企'],
  ['農事組合法人', '農'],
  ['労働組合', '労'],
];

const byShort = new Map(forms.flatMap(([form, ...short]) => short.map((one) => [one, form] as const)));

/** A form that stands before or behind a name; the longest first, or 社団法人 would be found in 一般社団法人. */
const anyForm = forms
  .map(([form]) => form)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const before = new RegExp(`^(${anyForm})(?=.)`, 'u');
const behind = new RegExp(`(?<=.)(${anyForm})$`, 'u');

/** The two kinds of 2008 and what the same body was called before. */
const formerly: ReadonlyMap<string, string> = new Map([
  ['公益社団法人', '社団法人'],
  ['一般社団法人', '社団法人'],
  ['公益財団法人', '財団法人'],
  ['一般財団法人', '財団法人'],
]);

/**
 * What two spellings of one company's name have in common: width, blanks, case, short legal forms before or behind the name
 * (㈱, (公社), NPO法人), old and variant letters (髙 = 高, 辻󠄀 = 辻), invisible characters, ・ and the sign for ー. 株式会社甲,
 * 甲株式会社 and 有限会社甲 are three companies and stay apart, as do a branch and what merely sounds alike. For comparing only,
 * never for showing.
 * @returns '' for a name of blanks
 */
export function toCompanyKey(name: string): string {
  const plain = foldText(name.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .toLowerCase()
    .replace(/\(([^()]{1,2})\)/gu, (whole, short: string) => byShort.get(short) ?? whole)
    // 認定 is a distinction that comes and goes: the body is the same.
    .replace(/(?:認定|特例認定)?(?:npo法人|特定非営利活動法人)/gu, '特定非営利活動法人')
    .replace(/[・•‧∙⋅]/gu, '')
    // A dash behind katakana is the sign for a long vowel, typed with the wrong key.
    .replace(/(?<=[ァ-ヺー])[-‐-―−]/gu, 'ー');
  return foldVariants(plain);
}

/** A company's name as it is compared. */
export interface CompanyName {
  /** What toCompanyKey() gives. */
  key: string;
  /** The key without a legal form at either end. */
  bare: string;
  /** The legal form, or ''. Of 公益財団法人 and 一般財団法人 it is 財団法人, which the same body was before 2008. */
  form: string;
}

/** Reads a name once for many comparisons. */
export function toCompanyName(name: string): CompanyName {
  const key = toCompanyKey(name);
  const form = before.exec(key)?.[1] ?? behind.exec(key)?.[1] ?? '';
  const bare = key.startsWith(form) ? key.slice(form.length) : key.slice(0, key.length - form.length);
  return { key, bare, form: formerly.get(form) ?? form };
}

/**
 * How the names of two companies stand to each other. `same`: one name in two spellings. `near`: one of them lacks the legal
 * form, or has it at the other end, or as it was before 2008: a person has to say. Names of blanks are `apart`.
 */
export function compareCompanies(one: CompanyName, other: CompanyName): 'same' | 'near' | 'apart' {
  if (one.key === '' || one.bare !== other.bare) return 'apart';
  if (one.key === other.key) return 'same';
  return one.form === '' || other.form === '' || one.form === other.form ? 'near' : 'apart';
}
