import type { FieldKind } from '../../record/v1/form/definition.ts';
import type { FormFile } from '../form/file-schema.ts';
import type { Phase } from '../regulation/registers.ts';

/** Something known once that several papers ask for: its id is that of their fields or columns. */
export interface JobField {
  id: string;
  label: string;
  kind: FieldKind;
  /** How to fill it in. */
  help?: string;
  /** It names others: it goes into the company's own papers alone. */
  isInternal?: true;
}

/** Work that ends in several papers of several clients, made from what is typed once. */
export interface Job {
  id: string;
  /** What is to be done, as a heading and on links. */
  title: string;
  /** In a sentence: when, and what comes of it. */
  lead: string;
  /** When in the life of the work its papers are due. */
  phase: Phase;
  /** Which forms belong to it: those with the table below, or those of this group that ask for two of the facts or more. */
  group?: FormFile['group'];
  facts: JobField[];
  /** Rows that belong to a client each. */
  table?: { id: string; title: string; row: string; columns: JobField[] };
}

/**
 * The jobs, as data. Their ids are those that forms share (`media`, `found` …): a form with such an id takes part in the job
 * by itself, in this content folder or in another.
 */
export const jobs: readonly Job[] = [
  {
    id: 'end',
    title: '業務を終える',
    lead: '返す・消す・捨てるものを一度書き出すと、委託元ごとの計画書、報告書、証明書、管理簿を、その委託元のものだけを入れて始められます。',
    phase: 'end',
    facts: [
      { id: 'planned', label: '全ての作業を終える予定日', kind: 'date' },
      { id: 'finished', label: '全ての作業を終えた日', kind: 'date' },
    ],
    table: {
      id: 'media',
      title: '返す・消す・捨てるもの',
      row: '媒体',
      columns: [
        { id: 'name', label: '媒体の名・番号', kind: 'line' },
        { id: 'kind', label: '情報の種類', kind: 'one' },
        { id: 'content', label: '入っていた情報', kind: 'line' },
        { id: 'place', label: '保存場所', kind: 'one' },
        { id: 'method', label: '作業の方法', kind: 'one' },
        { id: 'check', label: '確認の方法', kind: 'one' },
        { id: 'worker', label: '作業した（する）者', kind: 'line' },
        { id: 'checker', label: '確かめた（確かめる）者', kind: 'line' },
        { id: 'done', label: '実施した日時', kind: 'moment' },
        { id: 'proof', label: '証明書・写真の番号', kind: 'line' },
      ],
    },
  },
  {
    id: 'incident',
    title: '事故を報告する',
    lead: '分かったことを一度書くと、報告先ごとの書面を、その書面にある欄だけを埋めて始められます。通信が切れても、この頁は使えます。',
    phase: 'during',
    group: 'incident',
    facts: [
      { id: 'found', label: '気づいた日時', kind: 'moment' },
      { id: 'occurred', label: '発生した日時', kind: 'moment' },
      { id: 'where', label: '発生した場所', kind: 'line' },
      { id: 'situation', label: '発生状況', kind: 'text' },
      { id: 'process', label: '経緯', kind: 'text', help: '気づくまでと、その後を、時の順に。' },
      { id: 'assets', label: '対象の情報', kind: 'text', help: 'どの業務の、どんな情報か。' },
      { id: 'count', label: '件数', kind: 'line' },
      { id: 'persons', label: '本人の数', kind: 'line', help: '個人情報のときは、何人分か。' },
      { id: 'damage', label: '被害の状況', kind: 'text' },
      { id: 'measures', label: 'とった措置', kind: 'text' },
      { id: 'told', label: '知らせた相手と日時', kind: 'text', help: '自社の書面だけに入ります。', isInternal: true },
      { id: 'cause', label: '原因', kind: 'text', help: '分からないうちは空けておきます。' },
      { id: 'prevention', label: '再発防止策', kind: 'text' },
    ],
  },
];
