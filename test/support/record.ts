import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ToolAnswers, type ToolDefinition, toContents } from '../../src/record/contents.ts';
import { identifyAsked, type KnownDefinition } from '../../src/record/identity.ts';
import type { KiteiFile } from '../../src/record/kitei-file.ts';
import type { CompanyWords } from '../../src/record/v1/company/words.ts';
import type { SummaryDocument } from '../../src/record/v1/summary/summary-document.ts';
import { currentVersion } from '../../src/record/versions.ts';

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What makes the files of this checkout. */
export const generator = `${name} ${version}`;

/** A file of answers to a definition that needs none of the company's words; nothing in it is computed. */
export function toFile(definition: ToolDefinition, answers: ToolAnswers, summary: SummaryDocument): KiteiFile {
  const { format } = currentVersion;
  return { format, generator, asked: { template: definition, words: {} }, ...toContents(definition, answers), summary };
}

/** A definition as a site knows it. */
export function identify(
  kind: ToolAnswers['kind'],
  template: ToolDefinition,
  words: CompanyWords = {},
): KnownDefinition {
  return identifyAsked(currentVersion.tools[kind], { template, words }, sha256);
}
