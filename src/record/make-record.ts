import { type Contents, type ToolAnswers, type ToolDefinition, toContents } from './contents.ts';
import { documentNumberOf } from './document-number.ts';
import type { KiteiFile } from './kitei-file.ts';
import type { FieldPlace } from './tool.ts';
import type { Worded } from './v1/company/words.ts';
import { currentVersion } from './versions.ts';

/** All that is signed, but for the name of the maker. */
export type UnsignedRecord = Contents & Pick<KiteiFile, 'format' | 'asked' | 'summary'>;

/** What a tool makes of its answers: what is signed, and how it is called. */
export interface MadeRecord {
  record: UnsignedRecord;
  /** Of the PDF. */
  fileName: string;
  /** The fields in which a character was typed. */
  findPlaces(character: string): FieldPlace[];
}

/**
 * The record that answers make, in the version that is written today.
 * @param asked what this site asks; @param typed the answers as typed
 * @param sha256 bytes in, 32 bytes out
 */
export function makeRecord(
  asked: Worded<ToolDefinition>,
  typed: ToolAnswers,
  sha256: (bytes: Uint8Array) => Uint8Array,
): MadeRecord {
  const { format, tools } = currentVersion;
  const tool = tools[typed.kind];
  const definition = tool.fill(asked);
  const contents = toContents(definition, tool.toSent(toContents(definition, typed)));
  const summary = tool.summarize(contents, {
    documentNumber: documentNumberOf(contents.answers, sha256),
    words: asked.words,
  });
  return {
    record: { format, asked, ...contents, summary },
    fileName: tool.fileName(contents, '.pdf'),
    findPlaces: (character) => tool.findPlaces(contents, character),
  };
}
