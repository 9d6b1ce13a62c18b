import type { ErrorCode } from 'yaml';
import { inQuotes } from './yaml-place.ts';

/** What is wrong with a text that is no YAML, and how it is put right. */
export interface YamlFault {
  problem: string;
  hint: string;
}

const wrong: Partial<Record<ErrorCode, YamlFault>> = {
  DUPLICATE_KEY: { problem: '同じキーが二度あります。', hint: '一つのキーは、一度だけ書いてください。' },
  TAB_AS_INDENT: { problem: '字下げにタブが使われています。', hint: '字下げは、半角の空白 2 つずつにしてください。' },
  BAD_INDENT: {
    problem: '字下げか、括弧の終わりがそろっていません。',
    hint: '同じ段の行は字下げをそろえ、[ ] と { } は閉じてください。',
  },
  BAD_DQ_ESCAPE: {
    problem: '" " の中の \\ が読めません。',
    hint: "\\ のある文は、' ' で囲んでください（例: 'C:\\Users'）。",
  },
  BAD_SCALAR_START: {
    problem: '値が、@ や ` や % で始まっています。',
    hint: '記号で始まる値は、" " で囲んでください。',
  },
  BAD_ALIAS: { problem: '値が * で始まっています。', hint: '* で始まる値は、" " で囲んでください。' },
  MULTIPLE_DOCS: { problem: '--- の行があります。', hint: '--- の行を消してください。' },
};

/**
 * Japanese for an error of the YAML reader.
 * @param line the line of the file where it was met
 */
export function explainYaml(code: ErrorCode, line: string): YamlFault {
  const [, head = '', value = ''] = /^(\s*(?:- +)*[^\s:#"'[{][^:]*:[ \t]+|\s*(?:- +)+)(\S.*)$/.exec(line) ?? [];
  const quoted = `${head.trim()} ${inQuotes(value.trim())}`.trim();
  const isQuoted = /^(["'])(?:(?!\1).)*\1$/.test(value.trim());
  const known = wrong[code];
  if (known && value !== '' && (code === 'BAD_SCALAR_START' || code === 'BAD_ALIAS'))
    return { ...known, hint: `記号で始まる値は、引用符で囲んでください（${quoted}）。` };
  if (known) return known;
  if (/^["']/.test(value) && !isQuoted)
    return {
      problem: '引用符の始まりと終わりが合いません。',
      hint: '値の全体を、同じ引用符で囲んでください（例: title: "規程"）。',
    };
  if (value !== '' && /\{\{/.test(value) && !/^["']/.test(value))
    return { problem: '{{ }} のある値が、引用符で囲まれていません。', hint: `引用符で囲んでください（${quoted}）。` };
  if (value !== '' && /: /.test(value) && !isQuoted)
    return { problem: '値の中に「: 」があるので、読めません。', hint: `引用符で囲んでください（${quoted}）。` };
  if (/[^\s:：]+：/.test(line) && !/:(?:\s|$)/.test(line))
    return { problem: 'キーの後が、全角の「：」です。', hint: '半角の : と空白にしてください（例: title: 規程）。' };
  if (/^\s*(?:- +)?[\w-]+:\S/.test(line))
    return {
      problem: 'キーの : の後に、空白がありません。',
      hint: ': の後に、半角の空白を入れてください（例: title: 規程）。',
    };
  return {
    problem: 'YAML として読めません。',
    hint: '字下げをそろえ、「: 」や {{…}} のある文、記号で始まる文は、" " で囲んでください。引用符と括弧は閉じてください。',
  };
}
