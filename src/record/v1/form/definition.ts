import type { Basis } from '../basis.ts';
import type { Header } from '../header/header.ts';

/**
 * A form (様式) as the page, the paper, the PDF and kitei.json carry it: all texts shown, role names filled in. Made from
 * content/forms/*.yaml (see core/form/file-schema.ts). Labels, columns, notes and examples are the source's.
 */
export interface FormDefinition {
  id: string;
  /** Raised whenever the meaning of an answer changes. */
  version: number;
  /** Its name in lists, e.g. `作業実施計画書（別添1）`. */
  title: string;
  /** On the page alone: one sentence on who fills it in, for whom, when. */
  lead: string;
  /** `paper` is made once, a `roster` has rows of people, a `register` grows over time. */
  use: 'paper' | 'roster' | 'register';
  /**
   * How its paper begins. `letter`: date at the right, addressee at the left, who hands it in at the right, the heading in
   * the middle. `sheet`: the heading, then the head as labels and values: for what one keeps oneself.
   */
  layout: 'letter' | 'sheet';
  /** What stands above the heading as the source prints it, e.g. `（別添1）`. */
  mark?: string;
  /** The heading on paper; `{business}` stands for 業務名, and prints as `●●業務` on a blank one. */
  heading: string;
  head: FormHead;
  /** Paragraphs after the heading. */
  body: string[];
  /** Whether 記 stands between the body and the parts, and 以上 at the end. */
  listed?: true;
  parts: FormPart[];
  /** Id of the table that has a sheet for each of its rows, e.g. a pledge for each person; its paper names that row alone. */
  each?: string;
  /** What is written on paper beside the seal, e.g. `['氏名', '押印']`; empty for none. */
  seal: string[];
  /** The box in which somebody else approves on paper; a signed approval is a paper of its own (`approval` form). */
  approval?: { title: string; labels: string[] };
  /** It answers another paper, e.g. an approval. */
  replies?: FormReply;
  /** What it rests on. */
  basis: Basis[];
}

/** The fields, by id, in which a paper names the signed file that it answers, and says what it answers. */
export interface FormReply {
  title: string;
  /** 文書番号. */
  number: string;
  /** SHA-256 of the file's bytes: the one of them that nobody else's file has. */
  hash: string;
  date: string;
  /** e.g. 承認する or 承認しない. */
  result: string;
}

/** The fields of the header that a form uses, with its own names for them; what it does not name it does not ask. */
export interface FormHead {
  /** Who hands it in, e.g. `協議会名`. */
  company: string;
  /** Who made it, and signs: e.g. `作成者`. */
  checker: string;
  /** Its date, e.g. `作成日`. */
  checkedOn: string;
  /** To whom, with what is put behind the name on paper. */
  recipient?: { label: string; ending: '御中' | 'あて' | '様' | '' };
  business?: string;
}

/** Header fields by the words of a form. */
export type HeadNames = Partial<Record<keyof Header, string>>;

export type FormPart =
  | { kind: 'fields'; id: string; title: string; fields: FormField[] }
  | FormTable
  /** A sentence or a note that stands here, e.g. `（注1）…`. */
  | { kind: 'text'; id: string; lines: string[] };

export interface FormTable {
  kind: 'table';
  id: string;
  /** Above it, e.g. `1 情報の保存媒体`. */
  title: string;
  /** What one row is, to be named to a person, e.g. `媒体`. */
  row: string;
  columns: FormColumn[];
  /** Rows that a blank paper has. */
  blankRows: number;
  /** Rows as the source gives them for examples, one text a column; shown on the page and on a blank paper, never counted. */
  examples: string[][];
  /** Notes under the table, as printed. */
  notes: string[];
  /** Rows are people: they may be chosen from the list on the device. */
  people?: true;
  /** At least one row is needed. */
  required?: true;
  /** Its rows are drawn as well: who stands under whom. */
  chart?: FormChart;
}

/** 体制図: a box for each row of a table, below the box it belongs under. */
export interface FormChart {
  /** Above it, e.g. `情報管理体制図`. */
  title: string;
  /** Column whose text heads a box, e.g. `role`. */
  box: string;
  /** Columns whose texts stand under it, e.g. `name`; by the first of them, or by its head, a row is named in `under`. */
  lines: string[];
  /** Column that names the row above; where its cell is empty, `levels` decide. */
  under?: string;
  /**
   * Heads from the top down, those of one level together: a row stands under the nearest one before it of a higher level. A
   * blank paper has a box for each of them.
   */
  levels?: string[][];
}

/** How an answer is given. All answers are texts. */
export type FieldKind =
  /** One line. */
  | 'line'
  /** Several lines. */
  | 'text'
  /** A day, `YYYY-MM-DD`; printed 令和. */
  | 'date'
  /** A day and a time, `YYYY-MM-DD HH:MM`. */
  | 'moment'
  /** A figure. */
  | 'number'
  /** One of the options. */
  | 'one'
  /** Any of the options, one a line, in their order. */
  | 'several';

export interface FormField {
  /** Permanent; the same id in another form means the same thing, and what is known is taken over by it. */
  id: string;
  label: string;
  /** How to fill it in; on the page alone. */
  help: string;
  kind: FieldKind;
  /** Of `one` and `several`. `one` takes what is typed as well where `open` says so. */
  options?: string[];
  /** Other words than the options may be typed. */
  open?: true;
  /** What stands behind a figure, e.g. `人`. */
  unit?: string;
  required?: true;
  /** On the page, e.g. `新宿支店の入退室システム`. */
  example?: string;
  basis: Basis[];
}

export interface FormColumn extends FormField {
  /** Share of the table's width; those of a table add up to 1. */
  share: number;
  /** What of a person stands in it, e.g. `name`; of tables of people. */
  person?: PersonKey;
}

/** What the list of people on the device may know of one; which of it is kept unasked is the list's rule. */
export const personKeys = [
  'name',
  'kana',
  'affiliation',
  'post',
  'role',
  'employer',
  'phone',
  'mail',
  'from',
  'until',
  'address',
  'birthday',
  'education',
  'career',
  'experience',
  'training',
  'expertise',
  'languages',
  'nationality',
] as const;
export type PersonKey = (typeof personKeys)[number];
