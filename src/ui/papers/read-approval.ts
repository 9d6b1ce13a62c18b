import { matchReplies, type RepliedFile } from '../../core/inbox/match-replies.ts';
import { formatDate } from '../../core/text/date.ts';
import { findForm } from '../../record/contents.ts';
import { toShortText } from '../parts/visible-text.ts';
import { checkOne } from '../receive/check-one.ts';
import { loadPlace } from '../receive/load-place.ts';
import { refusalOf } from '../receive/refusal-of.ts';

/** What is said of the chosen files: the name of the sentence, and what stands in it. */
export interface ApprovalReading {
  kind: 'belongs' | 'apart' | 'missing' | 'refused';
  texts: Record<string, string>;
}

/** Longest text of a stranger, and longest message, in code points. */
const limit = 128;
const messageLimit = 500;

/**
 * Verifies a paper and the approval of it as the verify page does, and says whether they belong together.
 * @param formId of the paper
 * @throws LoadError when some of what verifies does not arrive
 */
export async function readApproval(files: readonly File[], formId: string, base: string): Promise<ApprovalReading> {
  const place = await loadPlace(base);
  const sound: RepliedFile[] = [];
  for (const [index, file] of files.entries()) {
    const outcome = await checkOne(file, place);
    const why = refusalOf(outcome);
    if (outcome.kind !== 'sound' || why !== undefined) {
      const texts = { name: toShortText(file.name, limit), why: toShortText(why ?? '', messageLimit) };
      return { kind: 'refused', texts };
    }
    const { verification, sha256 } = outcome;
    sound.push({ id: String(index), file: verification.file, fingerprint: verification.signer.fingerprint, sha256 });
  }
  const answers = sound.filter(({ file }) => findForm(file)?.definition.replies);
  const papers = sound.filter(({ file }) => file.definition.id === formId);
  if (answers.length === 0 || papers.length === 0) return { kind: 'missing', texts: {} };
  for (const [id, replies] of matchReplies(sound)) {
    const reply = replies.find((one) => one.kind === 'answers' && papers.some((paper) => paper.id === one.id));
    const answer = sound.find((one) => one.id === id);
    if (reply?.kind !== 'answers' || !answer) continue;
    const day = formatDate(answer.file.answers.header.checkedOn);
    const request = files[Number(reply.id)]?.name ?? '';
    const given = { request, result: reply.result, day };
    return {
      kind: 'belongs',
      texts: Object.fromEntries(Object.entries(given).map(([name, text]) => [name, toShortText(text, limit)])),
    };
  }
  return { kind: 'apart', texts: {} };
}
