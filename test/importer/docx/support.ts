import { readDocx } from '../../../src/importer/docx/read-docx.ts';
import type { Line, SourceDocument, Table } from '../../../src/importer/model/block.ts';
import { type DocxOptions, docx } from '../../support/docx.ts';

/** What the reader makes of a file built of these blocks. */
export function read(blocks: string[], options: DocxOptions = {}): SourceDocument {
  return readDocx(docx(blocks, options));
}

/** Its lines, tables left out. */
export function lines(blocks: string[], options: DocxOptions = {}): Line[] {
  return read(blocks, options).blocks.filter((block) => block.kind === 'line');
}

/** The letters of its lines. */
export function texts(blocks: string[], options: DocxOptions = {}): string[] {
  return lines(blocks, options).map(({ text }) => text);
}

/** Its tables. */
export function tables(blocks: string[], options: DocxOptions = {}): Table[] {
  return read(blocks, options).blocks.filter((block) => block.kind === 'table');
}

/** Kinds of what it had to say. */
export function kinds(blocks: string[], options: DocxOptions = {}): string[] {
  return read(blocks, options).diagnostics.map(({ kind }) => kind);
}
