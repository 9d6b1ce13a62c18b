import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';

/** An organization.yaml as read back in: its text, and what of it the page can show, by path. */
export type OrganizationFile =
  | { ok: true; text: string; values: Map<string, string>; unreadable: string[] }
  | { ok: false; problem: 'broken'; line: number | undefined }
  | { ok: false; problem: 'other' };

/**
 * Reads the text of an organization.yaml without believing it: two levels of texts and numbers, nothing of it becomes an
 * object of ours, no alias is followed.
 */
export function readOrganizationFile(text: string): OrganizationFile {
  try {
    const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true, strict: true, logLevel: 'silent' });
    const [error] = document.errors;
    if (error) return { ok: false, problem: 'broken', line: error.linePos?.[0].line };
    if (!isMap(document.contents)) return { ok: false, problem: 'other' };
    const values = new Map<string, string>();
    const unreadable: string[] = [];
    for (const pair of document.contents.items) readPair(pair, '', values, unreadable);
    return { ok: true, text, values, unreadable };
  } catch {
    // Brackets in brackets, thousands deep: the parser gives up.
    return { ok: false, problem: 'broken', line: undefined };
  }
}

function readPair({ key, value }: Pair, before: string, values: Map<string, string>, unreadable: string[]): void {
  if (!isScalar(key)) {
    unreadable.push(`${before}?`);
    return;
  }
  const path = before + String(key.value);
  if (value === null) values.set(path, '');
  else if (isScalar(value)) values.set(path, toText(value, path));
  else if (isMap(value) && before === '')
    for (const pair of value.items) readPair(pair, `${path}.`, values, unreadable);
  else if (isSeq(value) && before === '' && value.items.every((item): item is Node => isScalar(item)))
    values.set(path, value.items.map((item) => (isScalar(item) ? String(item.value) : '')).join(','));
  else unreadable.push(path);
}

/** As it is written: 0120 stays 0120. What is not chosen yet is empty here. */
function toText({ value, source }: { value: unknown; source?: string }, path: string): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : (source ?? String(value));
  return path.startsWith('choices.') && text === 'unset' ? '' : text.trim();
}
