import { findForm } from '../../record/contents.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { ReceivedFile } from './relate-files.ts';

/** What is needed of a sound file to find what it answers. */
export type RepliedFile = Pick<ReceivedFile, 'id' | 'file' | 'fingerprint'> & {
  /** Of its bytes, as lower-case hexadecimal digits. */
  sha256: string;
};

/**
 * How an answer (an approval) stands to what it answers (a request). `answers` and `answered`: the hash that the answer names
 * is that of the file. `other-hash`: the answer names its number, and the hash of another file. `no-hash`: the number alone.
 * `missing`: none of the files is the one that the answer names.
 */
export type Reply =
  | {
      kind: 'answers' | 'answered';
      /** The other file. */
      id: string;
      /** What the answer is, e.g. 承認する; a stranger's text. */
      result: string;
      /** Both were signed with one key. */
      isOwn: boolean;
    }
  | { kind: 'other-hash' | 'no-hash'; id: string }
  | { kind: 'missing'; number: string };

/** Finds among sound files which answers which, by the id of either file; one that has no such part has no entry. */
export function matchReplies(files: readonly RepliedFile[]): Map<string, Reply[]> {
  const replies = new Map<string, Reply[]>();
  const add = (id: string, reply: Reply) => replies.set(id, [...(replies.get(id) ?? []), reply]);
  for (const answer of files) {
    const named = findNamed(answer);
    if (!named) continue;
    const { hash, number, result } = named;
    const others = files.filter(({ id }) => id !== answer.id);
    const same = others.filter(({ sha256 }) => sha256 === hash);
    for (const request of same) {
      const isOwn = request.fingerprint === answer.fingerprint;
      add(answer.id, { kind: 'answers', id: request.id, result, isOwn });
      add(request.id, { kind: 'answered', id: answer.id, result, isOwn });
    }
    if (same.length > 0) continue;
    const alike = others.filter(({ file }) => number !== '' && toNumberKey(file.summary.number) === number);
    const kind = hash === '' ? 'no-hash' : 'other-hash';
    for (const request of alike) {
      add(answer.id, { kind, id: request.id });
      add(request.id, { kind, id: answer.id });
    }
    if (alike.length === 0 && (hash !== '' || number !== '')) add(answer.id, { kind: 'missing', number: named.shown });
  }
  return replies;
}

/** What an answer names; undefined for what answers nothing. */
function findNamed({ file }: RepliedFile) {
  const form = findForm(file);
  const { replies } = form?.definition ?? {};
  if (!form || !replies) return undefined;
  const shown = textOf(form.answers, replies.number);
  return {
    hash: toHashKey(textOf(form.answers, replies.hash)),
    number: toNumberKey(shown),
    shown,
    result: textOf(form.answers, replies.result),
  };
}

/** As it may have been typed: in groups, in full-width letters. What is no hash stays a text that is nobody's. */
function toHashKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
}

/** '' for what is no document number, e.g. `なし`. */
function toNumberKey(text: string): string {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  return /^[0-9A-F]{12}$/.test(plain) ? plain : '';
}

/** Its own reader: what reads whole forms would weigh on the verify page. */
function textOf({ fields }: FormAnswers, id: string): string {
  return Object.hasOwn(fields, id) ? (fields[id] ?? '') : '';
}
