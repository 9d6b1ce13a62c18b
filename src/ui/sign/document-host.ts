import type { ToolAnswers, ToolDefinition } from '../../record/contents.ts';
import type { MadeRecord } from '../../record/make-record.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import type { Header } from '../../record/v1/header/header.ts';
import { shareHost } from '../parts/hosts.ts';
import '../parts/watch-characters.ts';

/**
 * What a tool gives to the parts that make a file of it: review, keys, signature. `document:review` on the root says that
 * the person looks at the document, `document:made` that they have a file of it; `document:edit`, with the id of a field, that
 * they want to change it.
 */
export interface DocumentHost {
  root: HTMLElement;
  /** Base path of the site with a slash at both ends. */
  base: string;
  /** Name and version of what makes the files. */
  generator: string;
  /** As typed. */
  readHeader(): Header;
  /** On a shared device: no key is found, and none kept. */
  keepsNothing(): boolean;
  /** Whether the person may go on to a file; if not, they have been told why. */
  mayProceed(): boolean;
  /** @throws LoadError when its code does not arrive */
  makeRecord(): Promise<MadeRecord>;
}

const hosts = shareHost<DocumentHost>();

export const provideHost = hosts.provide;

/** The tool around an element; what asks for it is loaded only after the tool has provided one. */
export const findHost = hosts.find;

/** What answers make, as it will be signed; its code comes when somebody wants to see it. */
export async function makeAnswersRecord(asked: Worded<ToolDefinition>, answers: ToolAnswers): Promise<MadeRecord> {
  const [{ makeRecord }, { sha256 }] = await Promise.all([
    import('../../record/make-record.ts'),
    import('@noble/hashes/sha2.js'),
  ]);
  return makeRecord(asked, answers, sha256);
}
