import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordNames } from '../../src/core/regulation/duty.ts';
import { roleName } from '../../src/core/regulation/library.ts';
import type { Modality, Provision } from '../../src/core/regulation/provision.ts';
import { findShipped, readUndecided } from './undecided.ts';

/** What a unit of a source holds; see test/fixtures/units/README.md. */
interface Unit {
  id: string;
  kind: string;
  actor?: string;
  deliverable?: string;
  when?: string;
  numbers?: string[];
  names?: string[];
  terms?: string[];
}
type Check = 'numbers' | 'names' | 'actor' | 'deliverable' | 'when' | 'terms' | 'modality';
interface Exception {
  unit: string;
  check: Check;
  reason: string;
}

const folder = 'test/fixtures/units';
const actors: Record<string, Record<string, string[]>> = readJson('actors.json');
const exceptions: Exception[] = readJson('exceptions.json');
const excepted = new Set(exceptions.map(({ unit, check }) => `${unit} ${check}`));
const needed = new Set<string>();

/** Kinds of unit whose force is plain; the others may be restated with any. */
const modalities: Record<string, Modality[]> = {
  duty: ['must', 'should'],
  prohibition: ['must-not'],
  permission: ['may'],
  definition: ['definition'],
};

/** Words of time and the typed field that must carry them. */
const terms: Record<string, (when: NonNullable<Provision['when']>) => boolean> = {
  直ちに: ({ times }) => times.some(({ within }) => within === 'immediately'),
  速やかに: ({ times }) => times.some(({ within }) => within === 'promptly'),
  あらかじめ: ({ times }) => times.some(({ within }) => within === 'before'),
  事前: ({ times }) => times.some(({ within }) => within === 'before'),
  定期的: ({ times }) => times.some(({ every }) => every !== undefined),
  変更: ({ times, text, trigger }) =>
    times.some(({ every }) => every === 'on-change') || `${text}${trigger}`.includes('変更'),
};

const library = await readUndecided();
/** The handbooks whose facts are known. */
const shipped = await findShipped(library);

describe.runIf(shipped.size > 0)('every fact of a unit stands in the provision that restates it:', () => {
  test.each<[Check, (unit: Unit, provision: Provision) => string | undefined]>([
    ['numbers', (unit, provision) => missing(unit.numbers, provision)],
    ['names', (unit, provision) => missing(unit.names, provision)],
    ['actor', wrongActor],
    ['deliverable', (unit, { deliverables }) => (deliverables.length > 0 ? undefined : unit.deliverable)],
    ['when', (unit, { when }) => (unit.when && !when ? unit.when : undefined)],
    ['terms', (unit, { when }) => unit.terms?.find((term) => !when || !terms[term]?.(when))],
    ['modality', wrongModality],
  ])('%s', (check, faultOf) => {
    const faults: string[] = [];
    let touched = 0;
    for (const { handbook, unit, provision } of restatedUnits()) {
      if (unit[check === 'modality' ? 'kind' : check] === undefined) continue;
      touched++;
      const fault = faultOf(unit, provision);
      if (!fault) continue;
      const key = `${unit.id} ${check}`;
      if (excepted.has(key)) needed.add(key);
      else faults.push(`${handbook} ${unit.id} (${provision.id}): ${fault}`);
    }
    const reasons = exceptions.filter((exception) => exception.check === check);
    console.log(`${check}: ${touched} units compared, ${reasons.length} exceptions`);
    expect(faults).toEqual([]);
    // Of the company's rules alone there are that many.
    if (shipped.has('company')) expect(touched).toBeGreaterThan(10);
  });

  test('no exception is listed that is not needed', () => {
    const compared = new Set(restatedUnits().map(({ unit }) => unit.id));
    const applying = exceptions.filter(({ unit }) => compared.has(unit));
    expect(applying.filter(({ unit, check }) => !needed.has(`${unit} ${check}`))).toEqual([]);
    expect(exceptions.filter(({ reason }) => reason.length < 8)).toEqual([]);
  });
});

function restatedUnits(): { handbook: string; unit: Unit; provision: Provision }[] {
  return library.handbooks
    .filter(({ id }) => shipped.has(id))
    .flatMap(({ id, pages }) => {
      const provisions = pages.flatMap((page) => page.provisions);
      const byUnit = new Map(
        provisions.flatMap((provision) => provision.units.map((unit) => [unit, provision] as const)),
      );
      return unitsOf(id).flatMap((unit) => {
        const provision = byUnit.get(unit.id);
        return provision ? [{ handbook: id, unit, provision }] : [];
      });
    });
}

function unitsOf(handbook: string): Unit[] {
  return existsSync(`${folder}/${handbook}.json`) ? readJson(`${handbook}.json`) : [];
}

/** The first of the texts that stands nowhere in the provision. */
function missing(texts: string[] | undefined, provision: Provision): string | undefined {
  const records = recordNames(library, provision);
  const { text, number, caption, label, when, section } = provision;
  const names = [...provision.actors, ...provision.approvers].map((id) => roleName(library, provision.handbook, id));
  const parts = [
    text,
    number,
    caption,
    label,
    when?.text,
    ...records,
    ...names,
    ...section.flatMap((s) => [s.number, s.caption]),
  ];
  const all = fold(parts.join(' '));
  return texts?.find((wanted) => !all.includes(fold(wanted)));
}

function wrongActor(unit: Unit, provision: Provision): string | undefined {
  if (!unit.actor) return undefined;
  const roles = actors[provision.handbook]?.[unit.actor];
  if (!roles) return `actors.json does not say who "${unit.actor}" is`;
  const absent = roles.filter((role) => !provision.actors.includes(role));
  return absent.length > 0 ? `${unit.actor} = ${absent.join(', ')}` : undefined;
}

function wrongModality(unit: Unit, provision: Provision): string | undefined {
  const wanted = modalities[unit.kind];
  return wanted && !wanted.includes(provision.modality) ? `${unit.kind}, not ${provision.modality}` : undefined;
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s「」・]/g, '');
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
}
