import type { Grade } from '../signing/verification.ts';
import type { MismatchReason } from './mismatches.ts';
import type { Examined, MatchFinding } from './verdict.ts';

const differences: Readonly<Record<MismatchReason, string>> = {
  answers: '見えない答えがある',
  number: '文書番号が違う',
  summary: '答えと内容が違う',
  'page-structure': 'ページの作りが違う',
  'page-hidden': '見えない文字がある',
  'page-text': '紙面と答えが違う',
  'page-place': '紙面の並びが違う',
  'signer-panel': '署名の欄が違う',
  glyphs: '字の形が違う',
  rendering: '作り直すと違う',
  'not-compared': '見比べられない',
};

const standings: Readonly<Record<Examined['form'], Grade>> = {
  current: { grade: 'full', label: '現行の版' },
  reworded: { grade: 'warn', label: '現行の版（説明の文が違う）' },
  altered: { grade: 'bad', label: '同じ版なのに項目の文が違う' },
  older: { grade: 'warn', label: '古い版（文は未比較）' },
  newer: { grade: 'warn', label: '新しい版（文は未比較）' },
  'not-compared': { grade: 'open', label: '未確認' },
  unknown: { grade: 'warn', label: 'このサイトにない様式' },
};

/** 表示とデータの一致 */
export function gradeMatch(finding: MatchFinding): Grade {
  if (finding.kind === 'equal') return { grade: 'full', label: '一致' };
  if (finding.kind === 'differs') return { grade: 'bad', label: differences[finding.reason] };
  const why = finding.why === 'other-version' ? '版が違う' : '書体を読み込めない';
  return { grade: 'half', label: `一致（見た目は未比較: ${why}）` };
}

/** 様式の版 */
export function gradeForm(standing: Examined['form']): Grade {
  return standings[standing];
}
