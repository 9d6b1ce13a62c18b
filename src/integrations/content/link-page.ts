import { ContentError } from '../../core/content-error.ts';
import { type Handbook, type HandbookPageEntry, type Library, roleName } from '../../core/regulation/library.ts';
import type { Provision } from '../../core/regulation/provision.ts';
import { unknownId } from './parse-content.ts';
import type { HandbookPage, ProvisionDraft } from './read-handbook-page.ts';

export type Registers = Pick<Library, 'organization' | 'roles' | 'records' | 'topics'>;

interface Context {
  handbook: Handbook;
  /** File name without ending; `index` is the handbook's own page. */
  name: string;
  file: string;
  registers: Registers;
  /** Anchors met in this handbook so far, with the file they stand in. */
  seen: Map<string, string>;
}

/**
 * Looks up every id that a page names and turns its drafts into provisions.
 * References to other provisions are checked later, when all pages are known.
 * @throws ContentError for an unknown role, record, topic or unit, a repeated anchor, or one that is not its first unit's.
 */
export function linkPage(page: HandbookPage, context: Context): HandbookPageEntry {
  const { handbook, name, file, registers, seen } = context;
  const id = name === 'index' ? handbook.id : `${handbook.id}/${name}`;
  const url = `${id}/`;
  for (const { anchor } of [...page.sections, ...page.provisions.map((draft) => draft.attributes)]) {
    const other = seen.get(anchor);
    if (other) {
      throw new ContentError(`anchor "${anchor}" stands twice (also in ${other}).`, {
        file,
        path: anchor,
        hint: 'An anchor names one place.',
      });
    }
    seen.set(anchor, file);
  }
  for (const role of page.roles) {
    if (!roleName(registers, handbook.id, role.id)) {
      throw unknownId(
        'role',
        role.id,
        Object.keys(registers.roles[handbook.id] ?? {}),
        file,
        `line ${role.line} <Role id>`,
      );
    }
  }
  const provisions = page.provisions.map((draft) => linkProvision(draft, url, context));
  const { title, description, sections, refs: references } = page;
  return { id, url, file, title, description, sections, references, provisions };
}

function linkProvision(
  { attributes, sections, text, refs, line }: ProvisionDraft,
  pageUrl: string,
  context: Context,
): Provision {
  const { handbook, file, registers } = context;
  const { anchor, units } = attributes;
  const path = `line ${line} <Provision anchor="${anchor}">`;
  const labels = new Map(handbook.source.units.map((unit) => [unit.id, unit.label]));
  for (const unit of units) if (!labels.has(unit)) throw unknownId('unit', unit, labels.keys(), file, `${path}.units`);
  const first = units[0] ?? '';
  if (first !== handbook.source.unitPrefix + anchor) {
    throw new ContentError(`anchor "${anchor}" is not that of its first unit "${first}".`, {
      file,
      path,
      hint: `The anchor is "${first.replace(handbook.source.unitPrefix, '')}"; it never changes afterwards.`,
    });
  }
  const roles = registers.roles[handbook.id] ?? {};
  const records = registers.records[handbook.id] ?? {};
  const { actors = [], topics = [], deliverable } = attributes;
  for (const actor of actors)
    if (!roles[actor]) throw unknownId('role', actor, Object.keys(roles), file, `${path}.actors`);
  for (const topic of topics) {
    if (!registers.topics[topic])
      throw unknownId('topic', topic, Object.keys(registers.topics), file, `${path}.topics`);
  }
  if (deliverable && !records[deliverable]) {
    throw unknownId('record', deliverable, Object.keys(records), file, `${path}.deliverable`);
  }
  return {
    id: `${handbook.id}:${anchor}`,
    handbook: handbook.id,
    anchor,
    number: attributes.number,
    caption: attributes.caption,
    section: sections.map((section) => ({ anchor: section.anchor, number: section.number, caption: section.caption })),
    units,
    actors,
    modality: attributes.modality,
    when: attributes.when,
    deliverable,
    topics,
    text: fillRoles(text, handbook.id, registers, file, path),
    refersTo: refs.map((ref) => ref.to),
    url: `${pageUrl}#${anchor}`,
    label: labels.get(first) ?? '',
  };
}

/** Replaces `{{role:id}}` by the role's name. @throws ContentError for a role the handbook does not have. */
export function fillRoles(
  text: string,
  handbook: string,
  registers: Pick<Registers, 'roles' | 'organization'>,
  file: string,
  path: string,
): string {
  return text.replace(/\{\{role:([^}]*)\}\}/g, (_, id: string) => {
    const name = roleName(registers, handbook, id);
    if (!name) throw unknownId('role', id, Object.keys(registers.roles[handbook] ?? {}), file, path);
    return name;
  });
}
