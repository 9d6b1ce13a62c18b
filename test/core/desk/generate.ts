import type { StoredDesk } from '../../../src/core/desk/desk-file.ts';
import { mergeKept, nothingKept } from '../../../src/core/desk/kept.ts';
import { type CheckedFile, type Finding, receive, sayOfReturn } from '../../../src/core/desk/receive.ts';
import type { RowKind } from '../../../src/core/desk/table.ts';
import { hashText } from '../../../src/core/desk/to-id.ts';
import { beginCampaign, beginCompany, companyId } from '../../../src/core/desk/write.ts';
import type { Entry } from '../../../src/core/register/entry.ts';
import { mergeEntries } from '../../../src/core/register/merge.ts';
import { summarizeForm } from '../../../src/record/v1/form/summarize.ts';
import { plan, planned } from '../../record/v1/form/fixture.ts';
import { sha256, toFile } from '../../support/record.ts';
import { allDone, campaignTexts, checked, listFile, type StatusOf, sound } from './fixture.ts';

/** What is right of one row, by the generator's own book. Files by name. */
export interface Expected {
  kind: RowKind;
  name: string;
  shown: string;
  others: string[];
  reason: string;
}

/** Three sittings of files, and what the table of each campaign must say. */
export interface Generated {
  sittings: CheckedFile[][];
  /** What people say afterwards, by name of the file. */
  said: { file: string; company?: string; 'sealed-on'?: string }[];
  expected: Map<string, Expected[]>;
  begun: Entry[];
}

export const lists = ['campaign-a', 'campaign-b', 'campaign-c', 'campaign-d'];
const companyCount = 60;

/** As it stands on the list, and as it may be spelt in an answer. */
const nameOf = (n: number) =>
  n % 3 === 0 ? `株式会社見本${n}商事` : n % 3 === 1 ? `見本${n}産業有限会社` : `合同会社みほん${n}`;
const spelt = (n: number, how: number) => {
  const name = nameOf(n);
  if (how % 4 === 1) return name.replace('株式会社', '㈱').replace('有限会社', '（有）').replace('合同会社', '(同)');
  if (how % 4 === 2) return name.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return how % 4 === 3 ? ` ${name.replace('見本', '見 本')}` : name;
};

/** A stream of numbers below a limit; the same seed gives the same. */
export function randomOf(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Other order, the same things. */
export function shuffle<T>(some: readonly T[], random: (limit: number) => number): T[] {
  const all = [...some];
  for (let at = all.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}

/**
 * 60 companies, four campaigns (two lists, a form, a list that is answered by each person), 300 files: 233 that are as they
 * should be, 15 older, 6 signed with another key, 12 changed, 9 unsigned, 5 foreign, and 20 that came twice.
 */
export function generate(seed: number): Generated {
  const random = randomOf(seed);
  const files: CheckedFile[] = [];
  const rows = new Map<string, Map<string, Expected>>(lists.map((id) => [id, new Map()]));
  const said: Generated['said'] = [];
  const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T0${random(9)}:00:00.000Z`;
  const rowOf = (list: string, key: string) => {
    const found = rows.get(list)?.get(key);
    if (!found) throw new Error(`${list} has no row ${key}.`);
    return found;
  };
  const add = (name: string, finding: Finding, list: string): string => {
    files.push(checked(name, finding, list));
    return name;
  };
  const answered = (list: string, n: number, statuses: StatusOf, checker = '見本花子') => {
    if (list === 'campaign-c') {
      const answers = { ...planned, case: `case${n}`, header: { ...planned.header, company: spelt(n, random(4)) } };
      return toFile(plan, answers, summarizeForm(plan, answers, { documentNumber: '3F2A-9C01-77B4' }));
    }
    const own = {
      'campaign-a': {},
      'campaign-b': { id: 'second-list' },
      'campaign-d': { id: 'each-list', each: 'checker' },
    }[list];
    const id = list === 'campaign-a' && random(2) === 0 ? list : '';
    const request =
      id === '' ? undefined : { id, name: '令和8年度 委託先点検', dueOn: '2026-12-05', scope: '', contact: '' };
    return listFile({ company: spelt(n, random(4)), statuses, list: own ?? {}, checker, ...(request && { request }) });
  };
  const keyOf = (n: number) => hashText(`key ${n}`, sha256);

  for (const list of lists)
    for (let n = 0; n < companyCount; n++)
      rows.get(list)?.set(String(n), { kind: 'missing', name: nameOf(n), shown: '', others: [], reason: '' });

  // 57 + 55 + 50 + 71 files that are as they should be; in the last list 40 companies answer, some for two people.
  const matters: { list: string; n: number; key: string }[] = [];
  const good = (list: string, n: number, key: string, checker?: string) => {
    const isRemedy = list !== 'campaign-c' && random(3) === 0;
    const statuses: StatusOf = isRemedy
      ? {
          ...allDone,
          rules: { status: 'partial', dueOn: '2026-12-20' },
          ...(random(2) === 0 && { pledge: { status: 'notDone' } }),
        }
      : allDone;
    const name = add(
      `${list} ${key}`,
      sound(answered(list, n, statuses, checker), { key: keyOf(n), at: at(10 + random(10)) }),
      list,
    );
    rows
      .get(list)
      ?.set(key, { kind: isRemedy ? 'remedy' : 'done', name: nameOf(n), shown: name, others: [], reason: '' });
    matters.push({ list, n, key });
  };
  for (const [list, count] of [
    ['campaign-a', 57],
    ['campaign-b', 55],
    ['campaign-c', 50],
  ] as const)
    for (const n of shuffle([...Array(companyCount).keys()], random).slice(0, count)) good(list, n, String(n));
  const each = shuffle([...Array(companyCount).keys()], random).slice(0, 40);
  for (const [index, n] of each.entries()) {
    good('campaign-d', n, String(n), '見本一郎');
    if (index < 31) good('campaign-d', n, `${n} b`, '見本次郎');
  }
  const free = shuffle(
    matters.filter(({ list }) => list === 'campaign-a' || list === 'campaign-b'),
    random,
  );
  const take = (count: number) => free.splice(0, count);

  for (const { list, n, key } of take(15)) {
    const name = add(
      `${list} ${key} old`,
      sound(answered(list, n, { manager: { status: 'notDone' } }), { key: keyOf(n), at: at(5) }),
      list,
    );
    rowOf(list, key).others.push(name);
  }
  for (const { list, n, key } of take(6)) {
    const row = rowOf(list, key);
    const name = add(
      `${list} ${key} other key`,
      sound(answered(list, n, allDone), { key: hashText(`x${n}`, sha256), at: '2026-12-01T00:00:00.000Z' }),
      list,
    );
    Object.assign(row, { kind: 'look', reason: 'other-key', others: [row.shown], shown: name });
  }
  const missing = (list: string) => {
    const found = [...(rows.get(list) ?? [])].find(([, { kind }]) => kind === 'missing');
    if (!found) throw new Error(`Nothing is missing in ${list}.`);
    return { n: Number(found[0]), row: found[1] };
  };
  const stray = (list: string, name: string, kind: RowKind, shownName: string, reason: string) =>
    rows.get(list)?.set(name, { kind, name: shownName, shown: name, others: [], reason });

  for (let count = 0; count < 12; count++) {
    const list = lists[count % 2] ?? '';
    const name = add(`changed ${count}`, { state: 'refused', reason: 'changed-after-signing', grades: {} }, list);
    if (count < 6) stray(list, name, 'refused', name, 'changed');
    else if (count < 10) {
      // A person knows by the mail from whom it came; that company has a good one as well.
      const [matter] = free.splice(
        free.findIndex((one) => one.list === list),
        1,
      );
      if (!matter) throw new Error('No file is left.');
      said.push({ file: name, company: companyId(list, nameOf(matter.n), 0, sha256) });
      rowOf(list, matter.key).others.push(name);
    } else {
      const { n, row } = missing(list);
      said.push({ file: name, company: companyId(list, nameOf(n), 0, sha256) });
      Object.assign(row, { kind: 'refused', shown: name, reason: 'changed' });
    }
  }
  for (let count = 0; count < 9; count++) {
    const own = count < 4 ? undefined : take(1)[0];
    const list = own?.list ?? 'campaign-b';
    const { n, row } = own ? { n: own.n, row: rowOf(list, own.key) } : missing(list);
    const name = add(
      `unsigned ${count}`,
      { state: 'unsigned', file: answered(list, n, allDone), form: 'current', grades: {} },
      list,
    );
    if (own) row.others.push(name);
    else if (count > 0) Object.assign(row, { kind: 'refused', shown: name, reason: 'unsigned' });
    else {
      said.push({ file: name, 'sealed-on': '2026-12-02' });
      Object.assign(row, { kind: 'done', shown: name, reason: 'sealed' });
    }
  }
  for (const count of [0, 1]) {
    const name = add(`foreign ${count}`, { state: 'other', reason: 'not-a-pdf', grades: {} }, 'campaign-a');
    stray('campaign-a', name, 'refused', name, 'not-ours');
  }
  const { n, row } = missing('campaign-a');
  const other = add(
    'foreign 2',
    sound(listFile({ company: spelt(n, 1), list: { id: 'no-list-of-ours' } }), { key: keyOf(n) }),
    'campaign-a',
  );
  Object.assign(row, { kind: 'refused', shown: other, reason: 'other-list' });
  const unlisted = add('foreign 3', sound(listFile({ company: '株式会社どこにもない' }), { key: 'f' }), 'campaign-a');
  stray('campaign-a', unlisted, 'look', '株式会社どこにもない', 'unlisted');
  const [has] = take(1);
  if (!has) throw new Error('No file is left.');
  const paper = add(
    'foreign 4',
    sound(listFile({ company: spelt(has.n, 2), list: { id: 'no-list-of-ours' } }), { key: keyOf(has.n) }),
    has.list,
  );
  rowOf(has.list, has.key).others.push(paper);

  const twice = shuffle(files, random)
    .slice(0, 20)
    .map((file) => ({ ...file, name: `写し ${file.name}` }));
  const all = [...shuffle(files, random), ...twice];
  const sittings = [all.slice(0, 120), all.slice(120, 230), all.slice(230)];
  const expected = new Map([...rows].map(([list, own]) => [list, [...own.values()]]));
  return { sittings, said, expected, begun: begin() };
}

/** The four campaigns with their companies. */
function begin(): Entry[] {
  const writing = (id: string) => ({ id: `begin-${id}`, at: '2026-11-01T00:00:00.000Z', by: '見本花子' });
  const tools = [
    campaignTexts.tool,
    { ...campaignTexts.tool, id: 'second-list' },
    { kind: 'form' as const, id: plan.id, version: plan.version, title: plan.title },
    { ...campaignTexts.tool, id: 'each-list' },
  ];
  return lists.flatMap((list, index) => [
    beginCampaign(list, { ...campaignTexts, tool: tools[index] ?? campaignTexts.tool }, writing(list)),
    ...Array.from({ length: companyCount }, (_, n) =>
      beginCompany(list, { name: nameOf(n), person: '', mail: '', parent: '' }, writing(list), sha256),
    ),
  ]);
}

/** A desk takes files, one after the other. @param minute when it does */
export function takeFiles(
  desk: StoredDesk,
  files: readonly CheckedFile[],
  { minute, by }: { minute: number; by: string },
): StoredDesk {
  const entries = new Map(desk.entries.map((entry) => [entry.id, entry]));
  let { kept } = desk;
  const at = `2026-12-03T09:${String(minute).padStart(2, '0')}:00.000Z`;
  for (const file of files) {
    const received = receive(file, entries.get(file.sha256), { at, by }, sha256);
    if (received.entry) entries.set(received.entry.id, received.entry);
    kept = mergeKept(kept, received.kept);
  }
  return { entries: mergeEntries(desk.entries, [...entries.values()]).entries, kept };
}

/** What people say of files, where the desk has them. */
export function sayAll(desk: StoredDesk, said: Generated['said']): StoredDesk {
  const entries = desk.entries.map((entry) => {
    const own = said.filter(({ file }) => hashText(file, sha256) === entry.id);
    return own.reduce((changed, { file, ...cells }, index) => {
      return sayOfReturn(changed, cells, { id: `said-${index}`, at: '2026-12-04T09:00:00.000Z', by: '見本花子' });
    }, entry);
  });
  return { entries, kept: desk.kept };
}

/** A desk with the campaigns and their companies. */
export function beginDesk({ begun }: Generated): StoredDesk {
  return { entries: begun, kept: nothingKept };
}
