import { documentFileName } from '../header/file-name.ts';
import type { ChecklistAnswers } from './answers.ts';

const name = '確認リスト';

/** `確認リスト_会社名_YYYYMMDD.pdf`, safe on Windows, macOS and Linux. */
export function pdfFileName({ header }: ChecklistAnswers): string {
  return documentFileName(name, header, '.pdf');
}

/** `確認リスト_会社名_YYYYMMDD.json`; a draft may have neither company nor date yet, and says so. */
export function jsonFileName({ header }: ChecklistAnswers): string {
  return documentFileName(name, header, '.json');
}
