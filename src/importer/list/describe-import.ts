import { type Kind, stateOfMark } from './answer-kind.ts';
import { type ImportedList, listPaths } from './import-list.ts';
import { kindNames, stateNames } from './kind-names.ts';
import type { AnswerFound, ListChange } from './merge-list.ts';

/** Japanese: what was read, how it is answered, what has changed since the last import, and what to look at; a line each. */
export function describeImport(imported: ImportedList): string[] {
  const { file, sheet, changes, diagnostics, answers } = imported;
  const counts = Object.entries(kindNames).flatMap(([kind, name]) => {
    const count = answers.filter((answer) => answer.kind.kind === kind).length;
    return count > 0 ? [`${name} ${count}`] : [];
  });
  return [
    `「${file.title}」: シート「${sheet}」の ${answers.length} 問、${file.sections.length} 分類を読みました（${describeVersion(imported)}）。`,
    `答え方: ${counts.join('、')}`,
    ...describeMarks(answers),
    ...describeFound(answers),
    ...(changes.length > 0
      ? ['リストで変わったところ:', ...changes.map((change) => `  ${describeChange(change)}`)]
      : []),
    ...(diagnostics.length > 0
      ? [`見直すところ（直すのは ${listPaths(file.id).list}。もう一度取り込んでも残ります）:`]
      : []),
    ...diagnostics.map(({ sheet: name, cell, message }) => `  ${name}${cell ? `!${cell}` : ''}: ${message}`),
  ];
}

function describeVersion({ file: { version }, before, changes }: ImportedList): string {
  if (before && version > before.version)
    return `公開した問いが変わったので、版を ${before.version} から ${version} に上げました`;
  if (before && !before.isPublished && changes.length > 0) return `版 ${version} のまま。まだ公開していない版です`;
  return `版 ${version}`;
}

/** Which mark of the sheet became which state, and which words stayed as they are. */
function describeMarks(answers: readonly AnswerFound[]): string[] {
  const groups = countBy(answers.filter(({ marks }) => marks.length > 0).map(({ marks }) => marks.join('\0')));
  const offered = Object.values(stateNames);
  const read = groups.map(([marks, count]) => {
    const pairs = marks.split('\0').flatMap((mark) => {
      const state = stateOfMark(mark);
      return state ? [{ mark, name: stateNames[state] }] : [];
    });
    const more = offered.filter((name) => !pairs.some((pair) => pair.name === name));
    const besides = more.length > 0 ? `。頁では${more.map((name) => `「${name}」`).join('')}も選べます` : '';
    return `  ${pairs.map(({ mark, name }) => `${mark} → ${name}`).join('、')}（${count} 問${besides}）`;
  });
  const own = countBy(answers.flatMap(({ kind }) => ('options' in kind ? [kind.options.join('・')] : [])));
  return [
    ...(read.length > 0 ? ['表の記号を、次の答えとして読みました:', ...read] : []),
    ...(own.length > 0
      ? ['そのまま選択肢にしたもの:', ...own.map(([options, count]) => `  ${options}（${count} 問）`)]
      : []),
  ];
}

/** What the sheet did not say: answers found by words alone, by nothing, and by a person before. */
function describeFound(answers: readonly AnswerFound[]): string[] {
  const list = (by: AnswerFound['by']) =>
    answers.filter((one) => one.by === by).map(({ number, kind }) => `No.${number} ${describeKind(kind)}`);
  const unsaid = answers.filter(({ by }) => by === 'nothing').length;
  const [words, person] = [list('words'), list('person')];
  return [
    ...(words.length > 0 ? [`問いの文から答え方を決めたもの: ${words.join('、')}`] : []),
    ...(unsaid > 0 ? [`回答の欄に選び方がないので、${kindNames.state}にしたもの: ${unsaid} 問`] : []),
    ...(person.length > 0 ? [`リストで直してあった答え方を残したもの: ${person.join('、')}`] : []),
  ];
}

function describeKind(kind: Kind): string {
  if ('options' in kind) return `選択（${kind.options.join('・')}）`;
  return kind.kind === 'number' && kind.unit ? `数（${kind.unit}）` : kindNames[kind.kind];
}

function countBy(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}

function describeChange({ kind, number, text, old }: ListChange): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  switch (kind) {
    case 'added':
      return `増えた　No.${number} ${short}`;
    case 'removed':
      return `なくなった　No.${number} ${short}`;
    case 'reworded':
      return `文が変わった　No.${number} ${short}（前: ${old}）`;
    case 'renumbered':
      return `番号が変わった　No.${old} → No.${number}`;
    case 'answer':
      return `答え方が変わった　No.${number} ${short}`;
  }
}
