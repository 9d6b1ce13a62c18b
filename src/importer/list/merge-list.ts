import type { ChecklistFile } from '../../core/checklist/file-schema.ts';
import { toCanonicalJson } from '../../core/text/canonical-json.ts';
import { foldText } from '../../core/text/fold.ts';
import type { Kind } from './answer-kind.ts';
import type { DraftItem, FoundBy, ListDiagnostic, ListDraft } from './list-draft.ts';
import type { Found, ListRecord } from './list-record.ts';
import { matchItems } from './match-items.ts';
import { nameItem, nameSection } from './name-ids.ts';

type FileItem = ChecklistFile['sections'][number]['items'][number];

/** What a second import changes, by question. */
export interface ListChange {
  kind: 'added' | 'removed' | 'reworded' | 'renumbered' | 'answer';
  number: number | string;
  text: string;
  /** Words or number before. */
  old?: string;
}

export interface MergedList {
  file: ChecklistFile;
  /** By id, what this import found. */
  found: ListRecord['items'];
  changes: ListChange[];
  diagnostics: ListDiagnostic[];
  /** How each question of the file is answered, and by what that was found. */
  answers: AnswerFound[];
}

/** How a question is answered in the list that was written. */
export interface AnswerFound {
  number: number | string;
  kind: Kind;
  /** `person`: the list says otherwise than the sheet, and it stayed. */
  by: FoundBy | 'person';
  /** The sheet's own marks of a state. */
  marks: readonly string[];
}

/**
 * The list of a file under permanent ids. Words, numbers and order are the file's; ids, and what a person has written or
 * put right since, are those of the list that is there. Where what is asked changes, the version goes up if it was published.
 * @param title of the list, where no earlier one has any
 * @param published versions of the list that were published
 */
export function mergeList(
  draft: ListDraft,
  {
    id,
    title,
    lead,
    previous,
    record,
    published,
  }: {
    id: string;
    title: string;
    lead: string;
    previous?: ChecklistFile | undefined;
    record?: ListRecord | undefined;
    published: readonly number[];
  },
): MergedList {
  const before = previous?.sections.flatMap(({ items }) => items) ?? [];
  const now = draft.sections.flatMap(({ items }) => items);
  const matches = matchItems(now, before);
  const taken = new Set([...before.map((item) => item.id), ...(previous?.retired ?? [])]);
  const diagnostics: ListDiagnostic[] = [];
  const changes: ListChange[] = [];
  const found: ListRecord['items'] = {};
  const answers: AnswerFound[] = [];
  const items = now.map((item, place): FileItem => {
    const old = before[matches[place] ?? -1];
    const itemId = old?.id ?? nameItem(item, taken);
    const fresh = toFound(item);
    found[itemId] = fresh;
    if (!old) changes.push({ kind: 'added', number: item.number, text: item.text });
    const tell = (kind: string, message: string, cell = item.cell) =>
      diagnostics.push({ kind, message: `No.${item.number}: ${message}`, sheet: draft.sheet, cell });
    const merged = old ? mergeFound(old, fresh, record?.items[itemId], tell) : fresh;
    const isOwn = !isEqual(merged.answer, fresh.answer);
    // What the sheet left in doubt a person has settled.
    if (item.doubt && !isOwn) tell(item.doubt.kind, item.doubt.message, item.doubt.cell);
    answers.push({
      number: item.number,
      kind: merged.answer ?? { kind: 'state' },
      by: isOwn ? 'person' : item.by,
      marks: isOwn ? [] : (item.marks ?? []),
    });
    if (old) changes.push(...compare(old, item, merged));
    const { answer, guidance, evidence } = merged;
    return {
      ...old,
      id: itemId,
      number: item.number,
      text: item.text,
      answer,
      guidance,
      evidence,
    };
  });
  const kept = new Set(matches);
  const removed = before.filter((_, place) => !kept.has(place));
  changes.push(...removed.map(({ number, text }): ListChange => ({ kind: 'removed', number, text })));
  const retired = [...(previous?.retired ?? []), ...removed.map((item) => item.id)];
  const sections = nameSections(draft, items, previous);
  const file: ChecklistFile = {
    ...previous,
    id,
    version: previous?.version ?? 1,
    title: previous?.title ?? title,
    lead: previous?.lead ?? lead,
    ...(retired.length > 0 && { retired }),
    ...(draft.notes && !previous && { guidanceNote: draft.notes }),
    sections,
  };
  const isOther = previous && toCanonicalJson(askedOf(previous)) !== toCanonicalJson(askedOf(file));
  // Nobody has answered a version that was never published.
  if (isOther && published.includes(previous.version)) file.version = Math.max(...published) + 1;
  return { file, found, changes: before.length > 0 ? changes : [], diagnostics, answers };
}

function toFound({ answer, guidance, evidence }: DraftItem): Found {
  return {
    ...(answer.kind !== 'state' && { answer }),
    ...(guidance !== undefined && { guidance }),
    ...(evidence !== undefined && { evidence }),
  };
}

/** Field by field: what differs from what was found last time, a person has written, and it stays. */
function mergeFound(
  old: FileItem,
  fresh: Found,
  last: Found | undefined,
  tell: (kind: string, message: string) => void,
): Found {
  const names = { answer: '答え方', guidance: '判断の目安', evidence: '記録の例' } as const;
  const merged: Record<string, unknown> = {};
  for (const key of ['answer', 'guidance', 'evidence'] as const) {
    const isOwn = last ? !isEqual(old[key], last[key]) : old[key] !== undefined;
    merged[key] = isOwn ? old[key] : fresh[key];
    if (isOwn && !isEqual(old[key], fresh[key]) && !isEqual(fresh[key], last?.[key])) {
      tell(
        'kept-own',
        `${names[key]}は、リストで直したものを残しました。${last ? 'ファイルでは変わっています' : 'ファイルとは違います'}。`,
      );
    }
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Found;
}

function compare(old: FileItem, { number, text }: DraftItem, { answer }: Found): ListChange[] {
  return [
    ...(foldText(old.text) === foldText(text) ? [] : [{ kind: 'reworded' as const, number, text, old: old.text }]),
    ...(String(old.number) === String(number)
      ? []
      : [{ kind: 'renumbered' as const, number, text, old: String(old.number) }]),
    ...(isEqual(old.answer, answer) ? [] : [{ kind: 'answer' as const, number, text }]),
  ];
}

/** A section keeps the id of the one from which most of its questions come. */
function nameSections(
  draft: ListDraft,
  items: readonly FileItem[],
  previous: ChecklistFile | undefined,
): ChecklistFile['sections'] {
  const homes = new Map(
    previous?.sections.flatMap((section) => section.items.map((item) => [item.id, section.id] as const)),
  );
  const taken = new Set(previous?.sections.map((section) => section.id));
  const given = new Set<string>();
  let at = 0;
  return draft.sections.map(({ title, items: { length } }, place) => {
    const own = items.slice(at, at + length);
    at += length;
    const counts = new Map<string, number>();
    for (const item of own) {
      const home = homes.get(item.id);
      if (home !== undefined && !given.has(home)) counts.set(home, (counts.get(home) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    const id = most?.[0] ?? nameSection(place + 1, taken);
    given.add(id);
    return { id, title, items: own };
  });
}

/** What the identity of a list is made of: another one is another version. */
function askedOf({ title, sections }: ChecklistFile): object {
  return {
    title,
    sections: sections.map((section) => ({
      title: section.title,
      items: section.items.map(({ id, number, text, answer }) => ({ id, number, text, answer })),
    })),
  };
}

function isEqual(a: unknown, b: unknown): boolean {
  return toCanonicalJson(a ?? null) === toCanonicalJson(b ?? null);
}
