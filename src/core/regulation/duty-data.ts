import type { Duty } from './duty.ts';
import { documentNotice } from './notice.ts';
import type { HandbookRoles } from './role-sheets.ts';

/** A duty as the sheet of a person shows it. */
export interface SheetDuty {
  label: string;
  href: string;
  heading: string;
  text: string;
  when: string;
  record: string;
  /** What makes the record; addresses, as `href`. */
  forms: { title: string; href: string }[];
  /** Role ids with their handbook. */
  who: string[];
  /** Those of the roles whose leave it needs. */
  approvers: string[];
}

/** What the sheet loads of a document when one of its roles is ticked. */
export interface DutyData {
  format: 'kitei-duties/3';
  title: string;
  notice: string;
  /** Names of the document's roles by id. */
  roles: Record<string, string>;
  duties: SheetDuty[];
}

export function toDutyData({ handbook, sheets }: HandbookRoles, base: string): DutyData {
  const { title } = handbook.source;
  const byId = new Map(
    sheets.flatMap(({ duties, approvals }) => [...duties, ...approvals].map((duty): [string, Duty] => [duty.id, duty])),
  );
  const order = handbook.pages.flatMap(({ provisions }) => provisions.map(({ id }) => id));
  return {
    format: 'kitei-duties/3',
    title,
    notice: documentNotice(handbook.source),
    roles: Object.fromEntries(sheets.map(({ id, name }) => [id, name])),
    duties: order.flatMap((id) => {
      const duty = byId.get(id);
      return duty ? toSheetDuty(duty, base) : [];
    }),
  };
}

function toSheetDuty(
  { label, url, heading, text, when, record, forms, who, approvers }: Duty,
  base: string,
): SheetDuty {
  return {
    label,
    href: base + url,
    heading,
    text,
    when: when?.text ?? '',
    record: record ?? '',
    forms: forms.map(({ title, url }) => ({ title, href: base + url })),
    who: who.map(({ id }) => id),
    approvers: approvers.map(({ id }) => id),
  };
}

/** Whether what was loaded is such a file. It comes from the site's own build: the format says enough. */
export function isDutyData(data: unknown): data is DutyData {
  return typeof data === 'object' && data !== null && 'format' in data && data.format === 'kitei-duties/3';
}
