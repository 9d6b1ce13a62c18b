import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { parse } from 'yaml';
import { type ChecklistFile, ChecklistFileSchema } from '../../core/checklist/file-schema.ts';
import { ImportError } from '../model/block.ts';
import { noteWritten } from '../write/written.ts';
import { stateOfMark } from './answer-kind.ts';
import { stateNames } from './kind-names.ts';
import { countItems, type ListDiagnostic, type ListDraft } from './list-draft.ts';
import { type ListRecord, ListRecordSchema } from './list-record.ts';
import { type AnswerFound, type ListChange, mergeList } from './merge-list.ts';
import { readCsv } from './read-csv.ts';
import { readList } from './read-list.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Sheet } from './sheet.ts';
import { writeList, writeListRecord } from './write-list.ts';

export interface ListToImport {
  /** Name of the file, without its folder. */
  name: string;
  bytes: Uint8Array;
  id: string;
  /** In the place of the one that stands in the file, or in an earlier list. */
  title?: string | undefined;
  /** Name of the sheet, where it is not the one with the most questions. */
  sheet?: string | undefined;
  /** Text by path in the content folder: the list, its record and the lock of versions, where they are there. */
  before: ReadonlyMap<string, string>;
}

export interface ImportedList {
  /** Text by path in the content folder. */
  files: Map<string, string>;
  file: ChecklistFile;
  sheet: string;
  changes: ListChange[];
  diagnostics: ListDiagnostic[];
  answers: AnswerFound[];
  /** The version that was there before, and whether it was published; left out for a list that is new. */
  before?: { version: number; isPublished: boolean };
}

/** Answers hold no more items than this, and pages no more sections. */
const most = { items: 1000, sections: 200, options: 100, option: 200 } as const;

/** Paths of a list, of what its last import found, and of what was published, in the content folder. */
export function listPaths(id: string): { list: string; record: string; lock: string } {
  return { list: `checklists/${id}.yaml`, record: `imports/lists/${id}.yaml`, lock: 'versions.lock' };
}

/**
 * Makes a check list of an Excel or CSV file; of one that was imported before, the next edition of it.
 * @throws ImportError, in words for the person who chose the file
 */
export function importList({ name, bytes, id, title, sheet: wanted, before }: ListToImport): ImportedList {
  const sheets = /\.csv$/i.test(name) ? [readCsv(bytes, name.replace(/\.csv$/i, ''))] : readXlsx(bytes);
  const { draft, diagnostics } = chooseSheet(sheets, wanted);
  const paths = listPaths(id);
  const previousText = before.get(paths.list);
  const previous = previousText === undefined ? undefined : readPrevious(previousText, paths.list);
  const published = readPublished(before.get(paths.lock) ?? '', id);
  const record = readRecord(before.get(paths.record));
  const ownTitle = title ?? draft.title ?? name.replace(/\.\w+$/, '');
  const merged = mergeList(boundDraft(draft), {
    id,
    title: ownTitle,
    lead: draft.lead ?? `「${ownTitle}」に答えるリストです。`,
    previous: previous && title !== undefined ? { ...previous, title } : previous,
    record,
    published,
  });
  const list = writeList(merged.file, previousText);
  const kept: ListRecord = {
    format: 'kitei-list-import/1',
    file: name,
    sha256: bytesToHex(sha256(bytes)),
    sheet: draft.sheet,
    written: noteWritten([paths.list], before, () => list, record?.written),
    ...toMarks(merged.answers),
    items: merged.found,
  };
  return {
    files: new Map([
      [paths.list, list],
      [paths.record, writeListRecord(kept)],
    ]),
    file: merged.file,
    sheet: draft.sheet,
    changes: merged.changes,
    answers: merged.answers,
    ...(previous && {
      before: { version: previous.version, isPublished: published.includes(previous.version) },
    }),
    diagnostics: [...draft.diagnostics, ...merged.diagnostics, ...diagnostics],
  };
}

/** The sheet with the most questions; the others are told. */
function chooseSheet(
  sheets: readonly Sheet[],
  wanted: string | undefined,
): { draft: ListDraft; diagnostics: ListDiagnostic[] } {
  const names = sheets.map(({ name }) => `「${name}」`).join('');
  const named = sheets.filter(({ name, hidden }) => (wanted === undefined ? !hidden : name === wanted));
  if (wanted !== undefined && named.length === 0)
    throw new ImportError(`シート「${wanted}」がありません。あるのは${names}です。`);
  const read = sheets.map((sheet) => ({ sheet, draft: readList(sheet) }));
  const [best] = read
    .filter(({ sheet }) => named.includes(sheet))
    .flatMap(({ draft }) => draft ?? [])
    .sort((a, b) => countItems(b) - countItems(a));
  if (!best) {
    throw new ImportError(
      `問いの表が見つかりません（シート: ${names}）。表の一番上の行に、「No.」「分類」「確認項目」「回答」「備考」のような見出しを付けてください。`,
    );
  }
  const others = read.flatMap(({ sheet, draft }) => (draft && draft.sheet !== best.sheet ? [{ sheet, draft }] : []));
  const diagnostics = others.map(
    ({ sheet, draft }): ListDiagnostic => ({
      kind: 'other-sheet',
      message: `シート「${sheet.name}」（${countItems(draft)} 問${sheet.hidden ? '、非表示' : ''}）は、読んでいません。--sheet "${sheet.name}" --id で、別のリストにできます。`,
      sheet: sheet.name,
    }),
  );
  return { draft: best, diagnostics };
}

/** What answers and pages cannot hold: too many questions stop the import, too many options are written as a text. */
function boundDraft(draft: ListDraft): ListDraft {
  if (countItems(draft) > most.items || draft.sections.length > most.sections) {
    throw new ImportError(
      `問いは ${most.items.toLocaleString('en')}、分類は ${most.sections} までです（${countItems(draft)} 問、${draft.sections.length} 分類あります）。シートを分けて、別のリストにしてください。`,
    );
  }
  const sections = draft.sections.map(({ title, items }) => ({
    title: [...title].slice(0, 200).join(''),
    items: items.map((item) => {
      if (!('options' in item.answer)) return item;
      const { options } = item.answer;
      const isBound =
        options.length <= most.options &&
        options.every((option) => option.length <= most.option && !option.includes('{{'));
      if (isBound) return item;
      const message = '選択肢は多すぎるか長すぎるので、文で答える問いにしました。answer に選択肢を書いてください。';
      return {
        ...item,
        answer: { kind: 'text' as const },
        doubt: { kind: 'options-bound', message, cell: item.cell },
      };
    }),
  }));
  return { ...draft, sections };
}

/** The versions of a list that `versions.lock` holds: they were, or are about to be, published. */
function readPublished(lock: string, id: string): number[] {
  return lock.split('\n').flatMap((line) => {
    const [kind, of, version = ''] = line.split(' ');
    return kind === 'checklist' && of === id && /^[1-9]\d*$/.test(version) ? [Number(version)] : [];
  });
}

/** Each mark of the sheet with the state that it was taken for. */
function toMarks(answers: readonly AnswerFound[]): Pick<ListRecord, 'marks'> {
  const marks: NonNullable<ListRecord['marks']> = {};
  for (const mark of answers.flatMap((answer) => answer.marks)) {
    const state = stateOfMark(mark);
    if (state) marks[mark] = stateNames[state];
  }
  return Object.keys(marks).length > 0 ? { marks } : {};
}

function readPrevious(text: string, path: string): ChecklistFile {
  try {
    const reading = ChecklistFileSchema.safeParse(parse(text));
    if (reading.success) return reading.data;
  } catch {
    // No YAML: told as below.
  }
  throw new ImportError(
    `${path} に誤りがあるので、書き足せません。npm run check で確かめ、直してから取り込んでください。`,
  );
}

/** Without a sound record everything that the list says is a person's, and stays. */
function readRecord(text: string | undefined): ListRecord | undefined {
  try {
    const reading = ListRecordSchema.safeParse(text === undefined ? undefined : parse(text));
    return reading.success ? reading.data : undefined;
  } catch {
    return undefined;
  }
}
