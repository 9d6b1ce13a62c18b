import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from '../../core/content-error.ts';
import { type DecisionFile, DecisionFileSchema } from '../../core/decision/file-schema.ts';
import type { InspectedPassage } from '../../core/inspection/input.ts';
import type { FillIns } from '../../core/tailoring/fill-ins.ts';
import { fillText, type Wording } from '../../core/tailoring/wording.ts';
import { parseContent, parseYaml } from './parse-content.ts';
import { ownHandbook } from './read-tailoring.ts';

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

/** Where decisions take an answer from organization.yaml, as passages: they are listed and tried like a page's texts. */
export function listSettings(
  drafts: readonly DecisionDraft[],
  { choices }: FillIns,
  wording: Wording,
): InspectedPassage[] {
  return drafts.flatMap(({ parsed: { id, title, questions } }) =>
    questions.flatMap((question): InspectedPassage[] => {
      if (question.kind !== 'setting') return [];
      const { choice } = question;
      const place = { handbook: ownHandbook, label: fillText(title, wording), url: `decisions/${id}/` };
      const text = [`${choices[choice]?.question ?? choice}：`, { choice }];
      return [{ ...place, text, beside: [], conditions: [] }];
    }),
  );
}
