import type { ImportRecord } from '../../core/regulation/imported.ts';
import type { Wording } from '../../core/tailoring/wording.ts';
import { type KeptPages, readPages } from '../again/read-pages.ts';
import { ImportError } from '../model/block.ts';
import { asRecord, namesIn, readData, readRecord } from './read-register.ts';
import { omittedIn } from './write-source.ts';

/** What a content folder holds of a handbook before an import. */
export interface Folder {
  /** Path → text. */
  files: ReadonlyMap<string, string>;
  /** What the last import left; undefined at the first. */
  record: ImportRecord | undefined;
  pages: KeptPages;
  /** Names of the pages' files, without their ending. */
  names: string[];
  source: Record<string, unknown>;
  /** Units that people have left out, each with its reason. */
  omitted: ReadonlySet<string>;
}

const registers = ['organization.yaml', 'roles.yaml', 'records.yaml', 'topics.yaml', 'choices.yaml'];

/** Whether a file of a content folder has to be given to `writeHandbook`. */
export function isRead(path: string, id: string): boolean {
  const own = [`sources/${id}.yaml`, `imports/${id}.yaml`, `amendments/${id}.yaml`, ...registers];
  return own.includes(path) || (path.startsWith(`handbooks/${id}/`) && path.endsWith('.mdx'));
}

/** Roles and records of a handbook, and topics: id → name. */
export interface Known {
  roles: Record<string, string>;
  records: Record<string, string>;
  topics: Record<string, string>;
}

/** What the registers hold. */
export function registersIn(files: ReadonlyMap<string, string>, id: string): Known {
  const topics = Object.entries(readData(files, 'topics.yaml')).map(([topic, name]) => [topic, String(name)] as const);
  return {
    roles: rolesOf(files, id),
    records: namesIn(readData(files, 'records.yaml')[id]),
    topics: Object.fromEntries(topics),
  };
}

/**
 * What is known of a handbook before its document is read: what people have entered. What an import took from the document
 * itself is found there again, and must not make the same document read otherwise.
 */
export function knownIn(files: ReadonlyMap<string, string>, id: string): Known {
  const inferred = (readRecord(files, id)?.places ?? []).flatMap((place) => place.inferred ?? []);
  const roles = new Set(inferred.flatMap(({ actors = [], approvers = [] }) => [...actors, ...approvers]));
  const records = new Set(inferred.flatMap(({ deliverable = [] }) => deliverable));
  const known = registersIn(files, id);
  const without = (names: Record<string, string>, ids: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(names).filter(([one]) => !ids.has(one)));
  return { ...known, roles: without(known.roles, roles), records: without(known.records, records) };
}

/** @throws ImportError where a handbook of this id is there that no import has written */
export function readFolder(files: ReadonlyMap<string, string>, id: string): Folder {
  const record = readRecord(files, id);
  const pages = new Map(
    [...files].flatMap(([path, text]) => {
      const name = new RegExp(`^handbooks/${id}/([^/]+)\\.mdx$`).exec(path)?.[1];
      return name === undefined ? [] : [[name, text] as const];
    }),
  );
  if (!record && (pages.size > 0 || files.has(`sources/${id}.yaml`))) {
    throw new ImportError(
      `手引「${id}」はもうあり、取り込んだものではありません。別の id を付けてください（原文を横に並べるだけなら --original ${id}）。`,
    );
  }
  return {
    files,
    record,
    pages: readPages(pages, wordingOf(files, id)),
    names: [...pages.keys()],
    source: readData(files, `sources/${id}.yaml`),
    omitted: omittedIn(files.get(`sources/${id}.yaml`)),
  };
}

/** Names of the handbook's roles; those of the company's own may stand in organization.yaml. */
function rolesOf(files: ReadonlyMap<string, string>, id: string): Record<string, string> {
  const roles = asRecord(readData(files, 'roles.yaml')[id]);
  const called = asRecord(readData(files, 'organization.yaml')['roles']);
  const own = Object.keys(roles).flatMap((role) =>
    typeof called[role] === 'string' ? [[role, called[role]] as const] : [],
  );
  return { ...Object.fromEntries(own), ...namesIn(roles) };
}

/** The words that roles, blanks and choices show in a page while nothing is decided. */
function wordingOf(files: ReadonlyMap<string, string>, id: string): Wording {
  const { blanks, choices } = readData(files, 'choices.yaml');
  const printed = Object.entries(asRecord(blanks)).map(([blank, entry]) => {
    return [blank, { path: `blanks.${blank}`, printed: String(asRecord(entry)['printed'] ?? '') }] as const;
  });
  const options = Object.entries(asRecord(choices)).map(([choice, entry]) => {
    const words = Object.entries(asRecord(asRecord(entry)['options'])).map(([option, text]) => [option, String(text)]);
    return [choice, Object.fromEntries(words) as Record<string, string>] as const;
  });
  return {
    values: new Map(),
    roles: rolesOf(files, id),
    blanks: Object.fromEntries(printed),
    choices: Object.fromEntries(options),
  };
}
