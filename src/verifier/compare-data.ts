import { sha256 } from '@noble/hashes/sha2.js';
import { toCanonicalJson } from '../core/text/canonical-json.ts';
import { documentNumberOf } from '../record/document-number.ts';
import type { KiteiFile } from '../record/kitei-file.ts';
import type { RecordVersion } from '../record/versions.ts';
import { MismatchError } from './mismatches.ts';

/**
 * Holds that the parts of kitei.json fit together: the answers hold nothing that no page shows, number and summary are those of
 * these answers to this definition, in the file's own version of the record.
 * @throws MismatchError answers, number, summary
 */
export function compareData(file: KiteiFile, { tools }: RecordVersion): void {
  const { answers, asked, summary } = file;
  const tool = tools[answers.kind];
  if (toCanonicalJson(tool.toSent(file)) !== toCanonicalJson(answers))
    throw new MismatchError('answers', 'The answers are not as they would be sent.');
  const documentNumber = documentNumberOf(answers, sha256);
  if (documentNumber !== summary.number)
    throw new MismatchError('number', `${summary.number}, not ${documentNumber}.`, `正しくは ${documentNumber}`);
  const computed = tool.summarize(file, { documentNumber, words: asked.words });
  if (toCanonicalJson(computed) === toCanonicalJson(summary)) return;
  const index = computed.blocks.findIndex(
    (block, position) => toCanonicalJson(block) !== toCanonicalJson(summary.blocks[position] ?? null),
  );
  throw new MismatchError('summary', `Block ${index} of ${computed.blocks.length} differs.`);
}
