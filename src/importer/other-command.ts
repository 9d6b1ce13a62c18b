/** Files that each command reads, by their endings; the other command is named to who chose the wrong one. */
const kinds = [
  { command: 'import', ending: /\.(?:doc[xm]?|dot[xm]?|pdf|txt|md|rtf|odt)$/i, what: '規程などの文書' },
  { command: 'import-list', ending: /\.(?:xls[xmb]?|csv|tsv|ods)$/i, what: '確認リストの表' },
] as const;

/**
 * Japanese: what to write instead, where a file is of the kind that another command reads; undefined where it may be right.
 * @param command the one that was given the file
 */
export function describeOtherCommand(file: string, command: 'import' | 'import-list'): string | undefined {
  const other = kinds.find((kind) => kind.command !== command && kind.ending.test(file));
  if (!other) return undefined;
  const more = other.command === 'import' ? ' --title 題名' : '';
  const shown = /[\s'"]/.test(file) ? `'${file}'` : file;
  return `${file} は、npm run ${command} では読めません。${other.what}は、次のように取り込みます。\n  npm run ${other.command} -- ${shown} --id ID${more}`;
}
