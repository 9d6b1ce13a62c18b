import { expect, test } from 'vitest';
import type { Library } from '../../src/core/regulation/library.ts';
import type { Provision, Time } from '../../src/core/regulation/provision.ts';
import { fillText } from '../../src/core/tailoring/wording.ts';
import { inferFields, type Known } from '../../src/importer/infer/infer-fields.ts';
import type { Inferred } from '../../src/importer/model/fields.ts';
import type { RegulationNode } from '../../src/importer/model/tree.ts';
import { findShipped, readUndecided } from './undecided.ts';

/*
 * The handbooks' own text, read as the importer reads a foreign one, held against the fields that people wrote by hand.
 * Handbooks of another content folder are other people's words: nothing is known of them, and they are not held.
 */
/**
 * Least share of what is written by hand that is inferred right, and most of what is inferred that is wrong, all of it and
 * what is said to be sure, in per cent. Topics are never sure.
 */
const floors = {
  actors: { right: 82, wrong: 11, sure: 3 },
  modality: { right: 90, wrong: 10, sure: 4 },
  when: { right: 66, wrong: 8, sure: 3 },
  deliverables: { right: 5, wrong: 5, sure: 0 },
  topics: { right: 87, wrong: 10, sure: 0 },
} as const;

type Field = keyof typeof floors;

const library = await readUndecided();
const shipped = await findShipped(library);
const handbooks = library.handbooks.filter(({ id }) => shipped.has(id));

test.skipIf(handbooks.length < 5)('what is inferred from the handbooks is what people wrote', () => {
  const zero = () => ({ all: 0, given: 0, right: 0, wrong: 0, sure: 0, sureWrong: 0 });
  const counts = {
    actors: zero(),
    modality: zero(),
    when: zero(),
    deliverables: zero(),
    topics: zero(),
  } satisfies Record<Field, unknown>;
  const count = (field: Field, written: boolean, given: Inferred<unknown> | undefined, isRight: boolean) => {
    const one = counts[field];
    one.all += Number(written);
    one.given += Number(Boolean(given));
    one.right += Number(Boolean(written && given && isRight));
    one.wrong += Number(Boolean(given && !isRight));
    one.sure += Number(given?.certainty === 'sure');
    one.sureWrong += Number(given?.certainty === 'sure' && !isRight);
  };
  for (const { id, pages } of handbooks) {
    const provisions = pages.flatMap((page) => page.provisions);
    const { fields } = inferFields({ title: [], children: toNodes(provisions), diagnostics: [] }, knownOf(library, id));
    for (const provision of provisions) {
      const { actors, modality, when, deliverables, topics } = fields.get(provision.anchor) ?? {};
      const ids = actors?.value.map((one) => one.id ?? `? ${one.name}`).sort();
      count('actors', provision.actors.length > 0, actors, ids?.join() === [...provision.actors].sort().join());
      count('modality', true, modality, modality?.value === provision.modality);
      const times = when ? [when.value, ...(when.value.next ?? [])] : [];
      count('when', Boolean(provision.when), when, isWhen(times, provision));
      const records = (deliverables?.value ?? []).map((one) => one.id ?? `? ${one.name}`);
      const isRecord = records.length > 0 && records.every((one) => provision.deliverables.includes(one));
      count('deliverables', provision.deliverables.length > 0, deliverables, isRecord);
      count(
        'topics',
        true,
        topics,
        (topics?.value ?? []).some((topic) => provision.topics.includes(topic)),
      );
    }
  }
  for (const [field, { all, given, right, wrong, sure, sureWrong }] of Object.entries(counts)) {
    const { right: least, wrong: most, sure: mostSure } = floors[field as Field];
    console.info(
      `${field}: ${percent(right, all)} % of ${all} right, ${percent(wrong, given)} % of ${given} wrong, ${percent(sureWrong, Math.max(1, sure))} % of ${sure} sure ones`,
    );
    expect.soft((100 * sureWrong) / Math.max(1, sure), `${field}, wrong of the sure`).toBeLessThanOrEqual(mostSure);
    expect.soft((100 * right) / all, `${field}, right`).toBeGreaterThanOrEqual(least);
    expect.soft((100 * wrong) / given, `${field}, wrong`).toBeLessThanOrEqual(most);
  }
});

/** How soon and how often as written, wherever it is written. */
function isWhen(given: readonly Pick<Time, 'within' | 'every'>[], { when }: Provision): boolean {
  if (!when) return false;
  return when.times.every(
    ({ within, every }) =>
      (within === undefined || given.some((time) => time.within === within)) &&
      (every === undefined || given.some((time) => time.every === every)),
  );
}

/** Provisions under their headings, and under what introduces them. */
function toNodes(provisions: readonly Provision[]): RegulationNode[] {
  const root: RegulationNode[] = [];
  const headings = new Map<string, RegulationNode>();
  const places = new Map<string, RegulationNode>();
  for (const { id, anchor, section, text, under, number } of provisions) {
    let siblings = root;
    for (const heading of section) {
      let node = headings.get(heading.anchor);
      if (!node) {
        node = toNode('heading', heading.anchor, heading.caption, heading.number);
        headings.set(heading.anchor, node);
        siblings.push(node);
      }
      siblings = node.children;
    }
    const node = toNode(kindOf(number, Boolean(under)), anchor, text, number);
    places.set(id, node);
    (places.get(under ?? '')?.children ?? siblings).push(node);
  }
  return root;
}

/** As the importer tells them by their numbers. */
function kindOf(number: string, isUnder: boolean): RegulationNode['kind'] {
  if (/[項]$|^\d+$/u.test(number)) return 'paragraph';
  if (number !== '') return 'item';
  return isUnder ? 'bullet' : 'text';
}

function toNode(kind: RegulationNode['kind'], anchor: string, text: string, number: string): RegulationNode {
  // What the company has not chosen yet is told by kitei, not by the regulation.
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.includes('会社が決める'));
  const toLine = (line: string) => ({ kind: 'line' as const, text: line, spot: {} });
  const base = { number, children: [], anchor, label: number, spot: {} };
  const cells = lines.filter((line) => line.includes('\t'));
  if (cells.length === 0) return { ...base, kind, body: lines.map(toLine) };
  const rows = cells.map((row) =>
    row.split('\t').map((cell) => ({ columns: 1, rows: 1, lines: cell ? [toLine(cell)] : [] })),
  );
  const body = lines.filter((line) => !line.includes('\t')).map(toLine);
  return { ...base, kind: 'table', body, table: { kind: 'table', rows, spot: {} } };
}

function knownOf({ roles, records, topics, organization, wording }: Library, handbook: string): Known {
  const entries = Object.entries(roles[handbook] ?? {});
  const nameOf = (id: string, name?: string) => fillText(name ?? organization.roles[id] ?? id, wording);
  return {
    roles: Object.fromEntries(entries.map(([id, { name }]) => [id, nameOf(id, name)])),
    records: Object.fromEntries(Object.entries(records[handbook] ?? {}).map(([id, { name }]) => [id, name])),
    topics,
    printed: Object.fromEntries(entries.flatMap(([id, { printed }]) => (printed ? [[id, printed]] : []))),
  };
}

function percent(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(1);
}
