import type { AnswersProblem } from '../../record/v1/read-values.ts';

/** Japanese: what is the matter with a file that is to be read into a form, and what to do. */
export function formFileMessage(problem: AnswersProblem, title: string): string {
  const wanted = `「${title}」で署名したときの PDF、「途中の回答をファイルに保存」の .json か、「Excel に書き出す」の .xlsx を選んでください。入力は消えていません。`;
  switch (problem.kind) {
    case 'too-large':
      return `ファイルが大きすぎます（2 MB まで。PDF は 20 MB まで）。${wanted}`;
    case 'not-json':
      return `ファイルを読み取れません。壊れているか、ほかのソフトで保存し直したものかもしれません。${wanted}`;
    case 'not-ours':
      return `このサイトで作ったファイルではありません。${wanted}`;
    case 'other-list':
      return `ほかの様式のファイルです。${wanted}`;
    case 'newer-version':
      return 'このページより新しい版で作ったファイルです。ページを読み込み直すか、新しい版のサイトで開いてください。入力は消えていません。';
    case 'damaged':
      return `ファイルの一部（${problem.where.slice(0, 60)}）が壊れているか、書き換えられています。${wanted}`;
  }
}
