import type { Diagnostic } from '../model/block.ts';

/** What a Word file may hold that its owner has to know of; `count` places, `detail` about the first of them. */
const messages = {
  'unknown-number-format': (count: number, detail: string) =>
    `自動番号の形式「${detail}」は分からないため、1、2、3 の数字にしました（${count}か所）。元の文書の番号と見比べてください。`,
  'number-field': (count: number) =>
    `フィールドで付けた番号が${count}か所あり、読み取れません。元の文書を見て、番号を書き足してください。`,
  toc: (count: number) => `目次（${count}行）は載せません。目次は取り込んだ見出しから作られます。`,
  'tracked-change': (count: number) =>
    `変更履歴が${count}か所残っています。挿入は入れ、削除は除いて読みました。承諾していない変更がないか、元の文書で確かめてください。`,
  comment: (count: number) => `コメント${count}件は載せません。`,
  'hidden-text': (count: number, detail: string) =>
    `隠し文字が${count}か所あり、載せません（「${detail}」）。載せるときは、Word で隠し文字を解いて取り込み直してください。`,
  ruby: (count: number) => `ふりがな${count}か所は載せず、親文字だけを載せました。`,
  'text-box': (count: number) =>
    `テキストボックス${count}個の文字は、付いている段落のすぐ後に置きました。置かれた所が正しいか確かめてください。`,
  image: (count: number, detail: string) =>
    `${count > 1 ? `ほかに${count}個の` : ''}図${detail && `（${detail}）`}は載りません。図の中に規程の文字があれば、本文に書き足してください。`,
  equation: (count: number) =>
    `数式${count}か所は文字だけを並べました。分数や添字が読み違えられないか確かめてください。`,
  'enclosed-letter': (count: number) =>
    `囲い文字などの組み文字${count}か所は、中の文字だけを載せました。元の文書と見比べてください。`,
  note: (count: number) => `脚注${count}件は、付いている段落のすぐ後に「注1」の形で置きました。`,
  'nested-table': (count: number) =>
    `表の中の表が${count}個あり、中の文字を順に並べました。元の文書と見比べてください。`,
  header: (_: number, detail: string) => `ヘッダーとフッターの文字は載せません（「${detail}」）。`,
  macro: () => 'マクロは動かさず、本文だけを読みました。',
  'embedded-document': (count: number) =>
    `ほかの文書が${count}か所に埋め込まれており、読めません。Word で開き、『名前を付けて保存』で .docx にし直してから取り込んでください。`,
  'private-use': (count: number, detail: string) =>
    `外字（作った人のパソコンだけにある文字）が${count}か所あります（「${detail}」）。正しい文字に書き換えてください。`,
} as const;

/** Kinds of diagnostics of the reader of Word files. */
export type NoticeKind = keyof typeof messages;

/** Kinds told place by place, or once for each detail; the others are counted, with the place of the first. */
const single: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['image']);
const byDetail: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['unknown-number-format']);

/** Beyond these they are counted, too: nobody reads a thousand. */
const mostSingle = 200;

interface Notice {
  kind: NoticeKind;
  paragraph: number;
  detail: string;
  count: number;
}

/** Gathers what a reader has to say about a document. */
export class Notices {
  #notices = new Map<string, Notice>();

  /** Notes one place, or several of them; paragraph 0 stands for the whole document. */
  add(kind: NoticeKind, paragraph: number, detail = '', count = 1): void {
    const key =
      single.has(kind) && this.#notices.size < mostSingle
        ? `${kind} ${this.#notices.size}`
        : byDetail.has(kind)
          ? `${kind} ${detail}`
          : kind;
    const notice = this.#notices.get(key);
    if (notice) notice.count += count;
    else this.#notices.set(key, { kind, paragraph, detail: shorten(detail), count });
  }

  /** All of it, in the order of the document. */
  toDiagnostics(): Diagnostic[] {
    return [...this.#notices.values()]
      .toSorted((a, b) => a.paragraph - b.paragraph)
      .map(({ kind, paragraph, detail, count }) => ({
        kind,
        message: messages[kind](count, detail),
        spot: paragraph > 0 ? { paragraph } : {},
      }));
  }
}

function shorten(text: string): string {
  const letters = [...text.slice(0, 100)];
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : text;
}
