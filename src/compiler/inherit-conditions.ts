import type { HandbookPageEntry } from '../core/regulation/library.ts';
import type { Provision, When } from '../core/regulation/provision.ts';
import type { Faults } from './faults.ts';

/**
 * Gives each item the condition of the provision it stands under, before its own, so that no view can show an item
 * without it. A condition is written once.
 * @param pages of one handbook; @param seen its anchors with `<file>:<line>`
 */
export function inheritConditions(
  pages: readonly HandbookPageEntry[],
  seen: ReadonlyMap<string, string>,
  faults: Faults,
): void {
  const placed = pages.flatMap(({ file, provisions, hidden }) =>
    [...provisions, ...hidden.provisions].map((provision) => ({ provision, file })),
  );
  const byId = new Map(placed.map(({ provision }) => [provision.id, provision]));
  const whole = new Set<Provision>();
  const known = [...byId.values()].map(({ anchor }) => anchor);
  const complete = (provision: Provision, file: string, around: readonly Provision[]): void => {
    if (whole.has(provision)) return;
    whole.add(provision);
    if (provision.under === undefined) return;
    const line = Number(seen.get(provision.anchor)?.split(':').at(-1) ?? 1);
    const place = { file, line, path: `<Provision anchor="${provision.anchor}">.under` };
    const outer = byId.get(provision.under);
    if (!outer) {
      faults.checkKnown('provision', provision.under.slice(provision.handbook.length + 1), known, place);
      return;
    }
    if (outer === provision || around.includes(outer)) {
      faults.add('条は、自分の下には置けません。', place, '柱書きの条の anchor を書いてください。');
      return;
    }
    complete(outer, file, [...around, provision]);
    if (!outer.when) {
      const hint = 'under を消すか、柱書きの条に when を書いてください。';
      faults.add(`「${outer.anchor}」に、受け継ぐ条件がありません。`, place, hint);
      return;
    }
    provision.when = joinWhen(outer.when, provision.when);
  };
  for (const { provision, file } of placed) complete(provision, file, []);
}

/** An item without a time of its own has those of what it stands under. */
function joinWhen(outer: When, own: When | undefined): When {
  if (!own) return { ...outer, times: outer.times.map(({ of: _, ...time }) => time) };
  const join = (text: string) => `${outer.text}、${text}`;
  const [first] = outer.times;
  return {
    text: join(own.text),
    trigger: own.trigger ?? outer.trigger,
    times: own.times.map((time) => ({
      ...time,
      text: join(time.text),
      // What is to be done beforehand is so in each of its items.
      ...(time.every === undefined && time.within === undefined && { within: first?.within }),
    })),
  };
}
