import { type Library, roleName } from './library.ts';
import type { Modality, Provision, When } from './provision.ts';
import { formsOf, type Maker } from './record-list.ts';

/** A role with its handbook, e.g. `nerima:worker`. */
export interface NamedRole {
  id: string;
  name: string;
}

/** A provision as the views list it: what to do, who, when, with which record, and where it says so. */
export interface Duty {
  /** Id of the provision. */
  id: string;
  handbook: string;
  /** Label of the provision in its document, e.g. `第16条第2号`. */
  label: string;
  /** With the document's short name, e.g. `練馬区特記事項 第16条第2号`. */
  citation: string;
  /** Path from the site's base. */
  url: string;
  /** The heading it stands under, e.g. `第16条 情報の管理`; empty where there is none. */
  heading: string;
  /** With `・` before the items of its lists. */
  text: string;
  who: NamedRole[];
  /** Those whose leave it needs; any one of them. */
  approvers: NamedRole[];
  when: When | undefined;
  /** Names of the records to keep or hand in. */
  record: string | undefined;
  /** The forms that make these. */
  forms: Maker[];
  modality: Modality;
}

/** Names of the records that a provision asks for or describes. */
export function recordNames(
  { records }: Pick<Library, 'records'>,
  { handbook, deliverables }: Pick<Provision, 'handbook' | 'deliverables'>,
): string[] {
  return deliverables.flatMap((id) => records[handbook]?.[id]?.name ?? []);
}

/** Reads a provision as a duty. */
export function toDuty(library: Library, provision: Provision): Duty {
  const { id, handbook, label, url, marked: text, when, modality } = provision;
  const short = library.handbooks.find((one) => one.id === handbook)?.source.short ?? '';
  const section = provision.section.at(-1);
  const named = (role: string) => ({ id: `${handbook}:${role}`, name: roleName(library, handbook, role) ?? role });
  return {
    id,
    handbook,
    label,
    citation: `${short} ${label}`,
    url,
    heading: section ? `${section.number} ${section.caption}`.trim() : '',
    text,
    who: provision.actors.map(named),
    approvers: provision.approvers.map(named),
    when,
    record: recordNames(library, provision).join('、') || undefined,
    forms: formsOf(
      library,
      provision.deliverables.map((record) => `${handbook}:${record}`),
    ),
    modality,
  };
}
