import type { Verdict } from '../../core/desk/desk.ts';
import { beginVerdict, change, verdictId } from '../../core/desk/write.ts';
import type { Entry } from '../../core/register/entry.ts';
import type { DeskContext } from './desk-context.ts';

/** What a person decides of a company. */
export type VerdictTexts = Pick<Verdict, 'result' | 'reason' | 'documentNumber' | 'nextOn'>;

/** The entry of what was decided about a company, with some of it changed. @param company its id */
export function verdictEntry(context: DeskContext, company: string, texts: Partial<VerdictTexts>): Entry {
  const known = context.entryOf(verdictId(company, context.sha256));
  const { result, reason, documentNumber, nextOn } = texts;
  if (!known) {
    const empty = { result: '', reason: '', documentNumber: '', nextOn: '' } as const;
    return beginVerdict(company, { ...empty, ...texts }, context.writing(), context.sha256);
  }
  const cells = {
    ...(result !== undefined && { result }),
    ...(reason !== undefined && { reason }),
    ...(documentNumber !== undefined && { number: documentNumber }),
    ...(nextOn !== undefined && { 'next-on': nextOn }),
  };
  return change<'verdict'>(known, cells, context.writing());
}
