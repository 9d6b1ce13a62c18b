import type { AnswersProblem } from '../read-values.ts';
import type { ChecklistDefinition } from './definition.ts';

/** Japanese: what is the matter with the file, and what to do. */
export function answersMessage(problem: AnswersProblem, definition: ChecklistDefinition): string {
  switch (problem.kind) {
    case 'too-large':
      return 'ファイルが大きすぎます（2 MB まで。PDF は 20 MB まで）。このページの「途中の回答をファイルに保存」で作ったファイルか、このサイトで作った PDF を選んでください。';
    case 'not-json':
      return 'ファイルを読み取れません。このページの「途中の回答をファイルに保存」で作った .json ファイルか、このサイトで作った PDF を選んでください。';
    case 'not-ours':
      return 'このサイトで保存した回答のファイルではありません。このページの「途中の回答をファイルに保存」で作った .json ファイルか、このサイトで作った PDF を選んでください。';
    case 'other-list':
      return `ほかのリストの回答です。「${definition.title}」の回答を選んでください。`;
    case 'newer-version':
      return 'このページより新しい版で保存した回答です。ページを読み込み直すか、新しい版のサイトで開いてください。';
    case 'damaged':
      return `ファイルの一部（${shorten(problem.where)}）が壊れているか、書き換えられています。保存し直したファイルを選んでください。`;
  }
}

function shorten(where: string): string {
  return where.length > 60 ? `${where.slice(0, 60)}…` : where;
}
