import type { Grade } from '../signing/verification.ts';
import type { MismatchReason } from './mismatches.ts';
import type { Examined, MatchFinding } from './verdict.ts';

const differences: Readonly<Record<MismatchReason, string>> = {
  answers: '見えない答えがある',
  number: '文書番号が違う',
  summary: '答えと内容が違う',
  generator: '作った版が実在しない',
  rendering: '作り直すと違う',
  'not-compared': '見比べられない',
};

const standings: Readonly<Record<Examined['form'], Grade>> = {
  current: { grade: 'full', label: '現行の版' },
  reworded: { grade: 'warn', label: '現行の版（説明の文が違う）' },
  renamed: { grade: 'warn', label: '現行の版（会社の言葉が違う）' },
  altered: { grade: 'bad', label: '同じ版なのに項目の文が違う' },
  older: { grade: 'warn', label: '古い版（文は未比較）' },
  newer: { grade: 'warn', label: '新しい版（文は未比較）' },
  'not-compared': { grade: 'open', label: '未確認' },
  unknown: { grade: 'warn', label: 'このサイトにない様式' },
};

/** 表示とデータの一致 */
export function gradeMatch(finding: MatchFinding): Grade {
  switch (finding.kind) {
    case 'equal':
      return { grade: 'full', label: '一致' };
    case 'differs':
      return { grade: 'bad', label: differences[finding.reason] };
    case 'newer':
      return { grade: 'open', label: '未確認（新しい版で作られた）' };
    case 'not-loaded':
      return { grade: 'open', label: '未確認（書体を読み込めない）' };
  }
}

/** 様式の版 */
export function gradeForm(standing: Examined['form']): Grade {
  return standings[standing];
}
