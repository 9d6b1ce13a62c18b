import { parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { type ImportRecord, ImportRecordSchema } from '../../core/regulation/imported.ts';
import { ImportError } from '../model/block.ts';

/** A YAML file of the content folder as plain data; nothing where there is no such file. */
export function readData(files: ReadonlyMap<string, string>, path: string): Record<string, unknown> {
  const text = files.get(path);
  if (text === undefined) return {};
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw new ImportError(
      `${path} が YAML として読めません。npm run check で誤りを直してから、もう一度取り込んでください。`,
    );
  }
  return asRecord(document.toJS());
}

/** The entries of a mapping; none of anything else. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** id → name, of entries such as `{ name: 担当者 }`. */
export function namesIn(entries: unknown): Record<string, string> {
  const names = Object.entries(asRecord(entries)).flatMap(([id, entry]) => {
    const { name } = asRecord(entry);
    return typeof name === 'string' ? [[id, name] as const] : [];
  });
  return Object.fromEntries(names);
}

/** What the last import left; undefined at the first. */
export function readRecord(files: ReadonlyMap<string, string>, id: string): ImportRecord | undefined {
  const path = `imports/${id}.yaml`;
  if (!files.has(path)) return undefined;
  const result = z.safeParse(ImportRecordSchema, readData(files, path));
  if (result.success) return result.data;
  const broken = '前の取り込みの記録が壊れています。元に戻すか、手引を消してから取り込み直してください';
  throw new ImportError(`${path}: ${broken}（消すと、番地と手で直した欄は引き継がれません）。`);
}
