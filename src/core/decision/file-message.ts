import type { AnswersProblem } from '../../record/v1/read-values.ts';

/** Japanese: what is the matter with a file that is to be opened as a decision, and what to do. */
export function decisionFileMessage(problem: AnswersProblem, title: string): string {
  const wanted = `「${title}」で署名したときの PDF を選んでください。いまの答えは変えていません。`;
  switch (problem.kind) {
    case 'too-large':
      return `ファイルが大きすぎます（20 MB まで）。${wanted}`;
    case 'not-json':
      return `ファイルを読み取れません。壊れているか、ほかのソフトで保存し直したものかもしれません。${wanted}`;
    case 'not-ours':
      return `このサイトで作った PDF ではありません。${wanted}`;
    case 'other-list':
      return `ほかの判断・リスト・様式の PDF です。${wanted}`;
    case 'newer-version':
      return 'このページより新しい版で作った PDF です。ページを読み込み直すか、新しい版のサイトで開いてください。いまの答えは変えていません。';
    case 'damaged':
      return `PDF の一部（${problem.where.slice(0, 60)}）が壊れているか、書き換えられています。${wanted}`;
  }
}
