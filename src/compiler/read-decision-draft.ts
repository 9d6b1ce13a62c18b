import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from '../core/content-error.ts';
import { type DecisionFile, DecisionFileSchema } from '../core/decision/file-schema.ts';
import { parseContent, parseYaml } from './parse-content.ts';

/** A decision as its author wrote it, before it meets the handbooks that it cites. */
export interface DecisionDraft {
  parsed: DecisionFile;
  /** For messages. */
  file: string;
}

/** @param name file name without ending; @throws ContentError for what the schema objects to */
export async function readDecisionDraft(root: string, name: string): Promise<DecisionDraft> {
  const file = join(root, 'decisions', `${name}.yaml`);
  const parsed = parseContent(DecisionFileSchema, parseYaml(await readFile(file, 'utf8'), file), file);
  if (parsed.id === name) return { parsed, file };
  throw new ContentError(`id "${parsed.id}" differs from the file's name.`, {
    file,
    path: 'id',
    hint: `Write "${name}".`,
  });
}

/** As people meet them: by `order`, those without one behind, in the order of their ids as they come. */
export function inOrder(drafts: readonly DecisionDraft[]): DecisionDraft[] {
  const place = ({ parsed }: DecisionDraft) => parsed.order ?? Number.MAX_SAFE_INTEGER;
  return drafts.toSorted((a, b) => place(a) - place(b));
}
