import type { KiteiFile } from '../../record/kitei-file.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';

/** A signed file that stood up to the verifier. */
export interface RepliedFile {
  file: KiteiFile;
  /** Of its bytes, as lower-case hexadecimal digits. */
  sha256: string;
}

/**
 * A paper that answers a signed file: which one that is stands in the fields that the form names for it, and who handed it in
 * is the addressee. Undefined where the form answers no other.
 * @param begun the new paper before anything is filled in
 */
export function beginReply(
  { head, replies }: Pick<FormDefinition, 'head' | 'replies'>,
  begun: FormAnswers,
  { file, sha256 }: RepliedFile,
): FormAnswers | undefined {
  if (!replies) return undefined;
  const { company, checker, checkedOn } = file.answers.header;
  const texts = [
    [replies.title, file.definition.title],
    [replies.number, file.summary.number],
    [replies.hash, sha256],
    [replies.date, checkedOn],
  ] as const;
  const given = texts.filter(([, text]) => text !== '');
  const recipient = [company, checker].filter((text) => text !== '').join('　');
  return {
    ...begun,
    header: { ...begun.header, ...(head.recipient && recipient !== '' && { recipient }) },
    fields: { ...begun.fields, ...Object.fromEntries(given) },
  };
}
