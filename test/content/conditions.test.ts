import { describe, expect, test } from 'vitest';
import type { Provision } from '../../src/core/regulation/provision.ts';
import { listRecords, timesOf } from '../../src/core/regulation/record-list.ts';
import { arrangeSchedule, groupsOf, listSchedule, scheduleGroups } from '../../src/core/regulation/schedule.ts';
import { findShipped, readUndecided } from './undecided.ts';

/*
 * A second, shorter writing of a provision drops its outer condition first. Here every view of a time, a record and a
 * difference is held against the provision itself.
 */
const library = await readUndecided();
const shipped = await findShipped(library);
const provisions = [...library.provisions.values(), ...library.hidden.values()];
const get = (id: string) => library.provisions.get(id) ?? library.hidden.get(id);

describe('an item under an introduction', () => {
  /** An anchor without the number of its item: `16-i4` of `16-i4-a`, `06-5.2` of `06-5.2-b4`. */
  const introduced = findIntroduced();

  test.runIf(shipped.size === 5)('stands under its condition, in all documents', () => {
    const without = introduced.filter(({ item, introduction }) => !standsUnder(item, introduction));
    console.log(
      `items under a condition: ${introduced.length}, of ${new Set(introduced.map((one) => one.introduction)).size}`,
    );
    expect(
      without
        .filter(({ item }) => !(item.id in apart))
        .map(({ item, introduction }) => `${introduction.id} > ${item.id}`),
    ).toEqual([]);
    expect(Object.keys(apart).filter((id) => !without.some(({ item }) => item.id === id))).toEqual([]);
  });

  test('says the condition before its own, at each of its times', () => {
    const items = provisions.filter(({ under }) => under !== undefined);
    if (shipped.size > 0) expect(items.length).toBeGreaterThan(0);
    for (const { id, under, when } of items) {
      const outer = get(under ?? '')?.when?.text ?? '-';
      expect(when?.text.startsWith(outer), id).toBe(true);
      expect(
        when?.times.every(({ text }) => text.startsWith(outer)),
        id,
      ).toBe(true);
    }
  });
});

/** Items that do not stand under the condition of the introduction before them, and why. */
const apart: Record<string, string> = {
  'company:06-3.2-b4': '画面をロックする方法ではなく、離席時に限らない（06-3.2-p1 の編集注）',
  'company:06-3.2-b5': '画面をロックする方法ではなく、自分の時期がある',
  'company:06-3.2-b6': '画面をロックする方法ではなく、自分の場合がある',
  'company:06-5.1-b4': '利用を始める前に限らない禁止（06-5.1-b4 の編集注）',
};

/** Introductions whose condition is the article's heading, and no case of its own. */
const wholeArticles = ['nerima:a15', 'nerima:a16'];

/** Whether the chain of what it stands under leads to the introduction. */
function standsUnder(item: Provision, introduction: Provision): boolean {
  if (item.under === undefined) return false;
  if (item.under === introduction.id) return true;
  const outer = get(item.under);
  return outer !== undefined && standsUnder(outer, introduction);
}

/** By the look of the document alone: what introduces items with a condition, and the items after it. */
function findIntroduced(): { introduction: Provision; item: Provision }[] {
  return library.handbooks.flatMap(({ pages }) =>
    pages.flatMap((page) => {
      const order = (one: Provision) => all.indexOf(one);
      const all = [...page.provisions, ...page.hidden.provisions];
      return all.flatMap((introduction) => {
        // 「年度単位」 says how often, not in which case.
        const isCondition = introduction.when?.times.some(({ every }) => every === undefined);
        if (!isCondition || !/次の|つぎ/.test(introduction.text) || isDescription(introduction)) return [];
        if (wholeArticles.includes(introduction.id)) return [];
        const following = all.slice(order(introduction) + 1);
        return itemsOf(introduction, following)
          .filter((item) => !isDescription(item))
          .map((item) => ({ introduction, item }));
      });
    }),
  );
}

const isDescription = ({ modality }: Provision) => modality === 'definition' || modality === 'information';

function itemsOf(introduction: Provision, following: readonly Provision[]): Provision[] {
  const { anchor, section, text, marked } = introduction;
  const inSection = following.filter((one) => one.section.at(-1)?.anchor === section.at(-1)?.anchor);
  // 「次の四つ（箇条5から箇条8まで）」
  const [, from, to] = text.match(/次の.*?箇条(\d+)から箇条(\d+)まで/) ?? [];
  if (from !== undefined) {
    return inSection.filter(({ label }) => {
      const [, own] = label.match(/箇条(\d+)/) ?? [];
      return own !== undefined && Number(own) >= Number(from) && Number(own) <= Number(to);
    });
  }
  // 第4号 and 第4号ア
  const inside = inSection.filter(
    (one) => one.anchor.startsWith(`${anchor}-`) && /^-(i\d+|[a-z])\b/.test(one.anchor.slice(anchor.length)),
  );
  if (inside.length > 0) return inside;
  // A paragraph that lists nothing itself, and the items after it
  if (!/-[pn]\d+$/.test(anchor) || marked.includes('\n・')) return [];
  const end = inSection.findIndex((one) => !/-[br]\d+$/.test(one.anchor));
  return inSection.slice(0, end === -1 ? undefined : end);
}

describe('a record', () => {
  const records = listRecords(library);

  test('has every time of what it rests on, with its condition', () => {
    let compared = 0;
    for (const record of records) {
      const { id, handbook, elsewhere, when } = record;
      const [, name = ''] = id.split(':');
      const entry = library.records[handbook]?.[name];
      if (elsewhere) continue;
      const basis =
        entry?.basis ??
        provisions.filter((one) => one.handbook === handbook && one.deliverables.includes(name)).map((one) => one.id);
      for (const citation of basis) {
        const provision = library.provisions.get(citation);
        if (!provision) continue;
        for (const { text } of timesOf(provision, name)) {
          expect(when, id).toContain(text);
          compared += 1;
        }
      }
    }
    console.log(`records: ${records.length}, times compared: ${compared}`);
    // Of the company's rules alone there are that many.
    if (shipped.has('company')) expect(compared).toBeGreaterThan(50);
  });

  test('takes no permission to leave it out for a time at which it is wanted', () => {
    for (const { id, except, when, sources } of records) {
      for (const { text, source } of except) {
        expect(when, id).not.toContain(text);
        expect(
          sources.map(({ label }) => label),
          id,
        ).not.toContain(source.label);
      }
    }
    for (const [handbook, entries] of Object.entries(library.records)) {
      for (const [id, { except = [] }] of Object.entries(entries)) {
        for (const citation of except) {
          expect(get(citation)?.modality, `${handbook}:${id}`).toBe('may');
          expect(get(citation)?.when, `${handbook}:${id}`).toBeDefined();
        }
      }
    }
  });

  test('is approved by whom the provision names', () => {
    for (const [handbook, entries] of Object.entries(library.records)) {
      for (const [id, { approvedBy }] of Object.entries(entries)) {
        if (!approvedBy?.roles) continue;
        expect(get(approvedBy.provision)?.approvers, `${handbook}:${id}`).toEqual(approvedBy.roles);
      }
    }
  });

  test('is there for each approval that has to be asked of a client', () => {
    const clients = provisions.filter(({ handbook, approvers }) => {
      return !library.ours.includes(handbook) && approvers.length > 0;
    });
    const approvedAt = new Set(
      Object.values(library.records).flatMap((entries) =>
        Object.values(entries).flatMap(({ approvedBy, except = [] }) => [approvedBy?.provision, ...except]),
      ),
    );
    console.log(`approvals of clients: ${clients.length}`);
    expect(clients.filter(({ id }) => !approvedAt.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('a time', () => {
  const schedule = listSchedule(library);
  const entries = scheduleGroups.flatMap((group) => schedule[group].map((duty) => ({ group, duty })));

  test('stands in each of its groups, in the words of the provision', () => {
    let compared = 0;
    for (const { id, when } of library.provisions.values()) {
      for (const time of when?.times ?? []) {
        for (const group of groupsOf(time)) {
          expect(
            entries.some(
              (entry) => entry.group === group && entry.duty.id === id && entry.duty.when?.times.includes(time),
            ),
            `${group} ${id}`,
          ).toBe(true);
          compared += 1;
        }
      }
    }
    console.log(`times: ${compared} of ${library.provisions.size} provisions, ${entries.length} lines`);
  });

  test('that needs leave stands under what is done beforehand', () => {
    const before = new Set(schedule.before.map(({ id }) => id));
    const asking = [...library.provisions.values()].filter(({ approvers }) => approvers.length > 0);
    expect(asking.filter(({ id }) => !before.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('stands on the page of its document', () => {
    const { documents } = arrangeSchedule(library);
    expect(documents.reduce((sum, { count }) => sum + count, 0)).toBe(entries.length);
  });
});

describe('a difference', () => {
  /** How texts name a document that may not be among the chosen. */
  const names: Record<string, RegExp> = {
    nerima: /練馬区/,
    rodokyoku: /労働局|協議会/,
    higashiosaka: /東大阪市|(?<!東大阪)市(?!民)|LGWAN/,
    kojinjoho: /委託者|(?<!練馬)区(?!域|分|別|間|政)/,
    company: /会社|自社|\{\{role/,
  };

  test('cites each provision with its condition', () => {
    let compared = 0;
    for (const { id, positions } of library.conflicts) {
      for (const citation of positions.flatMap(({ citations }) => citations)) {
        expect(citation.when, `${id} ${citation.id}`).toBe(library.provisions.get(citation.id)?.when?.text);
        if (citation.when !== undefined) compared += 1;
      }
    }
    const count = library.conflicts.reduce((sum, { positions }) => sum + positions.length, 0);
    console.log(`differences: ${library.conflicts.length}, positions: ${count}, conditions beside them: ${compared}`);
    if (library.conflicts.length > 0) expect(compared).toBeGreaterThan(0);
  });

  test.runIf(shipped.size === 5)('speaks of no document that may not have been chosen', () => {
    const texts = library.conflicts.flatMap(({ id, positions, reasons }) => [
      ...positions.map(({ handbook, says }) => ({ id, documents: [handbook], text: says ?? '' })),
      ...reasons.map((reason) => ({ id, ...reason })),
    ]);
    const named = texts.flatMap(({ id, documents, text }) =>
      Object.entries(names).flatMap(([handbook, name]) =>
        !documents.includes(handbook) && name.test(text)
          ? [`${id} (${documents.join(', ')}) names ${handbook}: ${text}`]
          : [],
      ),
    );
    expect(named).toEqual([]);
  });

  test('forbids where a provision forbids, and allows where one does not', () => {
    for (const { id, positions } of library.conflicts) {
      for (const { handbook, stance, citations } of positions) {
        const cited = citations.flatMap((citation) => library.provisions.get(citation.id) ?? []);
        if (stance === 'forbids') {
          const says = cited.some(({ modality, text }) => modality === 'must-not' || /禁止|のみ|だけ|範囲/.test(text));
          expect(says, `${id} ${handbook}`).toBe(true);
        }
        if (stance === 'allows') {
          const says = cited.some(({ modality, approvers }) => modality !== 'must-not' || approvers.length > 0);
          expect(says, `${id} ${handbook}`).toBe(true);
        }
      }
    }
  });
});
