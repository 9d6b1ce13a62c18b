import type { ScopeBook, ScopeEntry } from '../core/decision/double-entry.ts';
import type { Library } from '../core/regulation/library.ts';
import type { Provision } from '../core/regulation/provision.ts';
import type { Condition } from '../record/v1/decision/definition.ts';
import { checkUnit } from './cite.ts';
import type { DecisionDraft } from './decision-draft.ts';
import type { Faults, Place } from './faults.ts';
import { toConditions } from './to-conditions.ts';

/** The scope book of a decision, with what stands in it. */
export interface Scope extends ScopeBook {
  /** Units in scope, their parts apart. */
  units: ReadonlySet<string>;
  leftOut: ReadonlySet<string>;
}

/** `rodokyoku:3-n5/log` → `rodokyoku:3-n5` and `log` */
export function splitPart(citation: string): [citation: string, part: string | undefined] {
  const [whole = '', part] = citation.split('/');
  return [whole, part];
}

/**
 * Reads the scope book: each unit once, and nothing left out of what obliges or forbids on the decision's topics, in the
 * company's document and in those of the clients that the decision asks for.
 * @param ofClient adds to a condition that the unit's client is chosen
 */
export function readScope(
  { parsed, file: decisionFile, scope: { parsed: scope, file } }: DecisionDraft,
  library: Library,
  ofClient: (when: Condition[], citation: string) => Condition[],
  faults: Faults,
): Scope {
  const at = (path: string): Place => ({ file, path });
  const provisions = [...library.provisions.values(), ...library.hidden.values()];
  // Of two that restate a unit, which is told, the first is meant.
  const restating = new Map(
    provisions.toReversed().flatMap((provision) => provision.units.map((unit) => [unit, provision])),
  );
  const units = new Set<string>();
  const entries = new Map<string, ScopeEntry>();
  for (const [index, { unit: id, when }] of scope.covers.entries()) {
    const [unit, part] = splitPart(id);
    const path = `covers[${index}]`;
    if (!checkUnit(unit, library, at(`${path}.unit`), faults)) continue;
    const isWhole = entries.has(unit);
    const hasParts = units.has(unit) && !isWhole;
    if (entries.has(id))
      faults.add(`「${id}」が二度あります。`, at(path), '当てはまる場合は、一つの行に並べて書いてください。');
    else if (part === undefined ? hasParts : isWhole) {
      faults.add(`「${unit}」が、全体と一部の両方であります。`, at(path), 'どの行にも、どの部分かを書いてください。');
    }
    units.add(unit);
    const provision = restating.get(unit);
    if (!provision) continue;
    entries.set(id, {
      id,
      when: ofClient(toConditions(when), provision.id),
      path,
      words: shorten(provision.text),
      binds: isBinding(provision),
      asksLeave: provision.approvers.length > 0,
    });
  }
  const leftOut = new Set<string>();
  for (const [index, { units: left }] of (scope.leftOut ?? []).entries()) {
    for (const [place, unit] of left.entries()) {
      const path = `leftOut[${index}].units[${place}]`;
      checkUnit(unit, library, at(path), faults);
      if (units.has(unit))
        faults.add(`「${unit}」が、covers と leftOut の両方にあります。`, at(path), 'どちらかから消してください。');
      if (leftOut.has(unit)) faults.add(`「${unit}」が leftOut に二度あります。`, at(path), '一度だけ書いてください。');
      leftOut.add(unit);
    }
  }
  for (const [index, topic] of scope.topics.entries())
    faults.checkKnown('topic', topic, Object.keys(library.topics), at(`topics[${index}]`), 'topics.yaml');
  const clients = parsed.questions.flatMap((question) => (question.kind === 'clients' ? question.handbooks : []));
  const documents = new Set([...clients, ...[...units].flatMap((unit) => restating.get(unit)?.handbook ?? [])]);
  for (const provision of provisions) {
    if (!isBinding(provision) || !documents.has(provision.handbook)) continue;
    if (!provision.topics.some((topic) => scope.topics.includes(topic))) continue;
    for (const unit of provision.units) {
      if (units.has(unit) || leftOut.has(unit)) continue;
      const hint = 'どの場合の規定かを covers に書くか、ここで知らせなくてよい理由を leftOut に書いてください。';
      faults.add(
        `${unit}（${provision.id}）のことが書かれていません。`,
        at('covers'),
        `${hint} 「${shorten(provision.text)}」`,
      );
    }
  }
  const partsOf = new Map<string, string[]>();
  for (const id of entries.keys()) {
    const [unit] = splitPart(id);
    partsOf.set(unit, [...(partsOf.get(unit) ?? []), id]);
  }
  const entriesOf = (cited: string) => {
    const [citation, part] = splitPart(cited);
    const provision = library.provisions.get(citation) ?? library.hidden.get(citation);
    const ids = provision?.units.flatMap((unit) => partsOf.get(unit) ?? []) ?? [];
    return ids.filter((id) => part === undefined || (splitPart(id)[1] ?? part) === part);
  };
  checkParts(parsed, decisionFile, entriesOf, faults);
  const easy = parsed.outcomes.flatMap(({ id, says }) => (says === 'permits' || says === 'silent' ? [id] : []));
  const known = parsed.questions.map(({ id }) => id);
  const asks = (scope.asks ?? []).map(({ question, when }, index) => {
    const path = `asks[${index}]`;
    faults.checkKnown('question', question, known, at(`${path}.question`), 'decisions/');
    return { question, when: toConditions(when), path };
  });
  return { entries: [...entries.values()], asks, entriesOf, easy: new Set(easy), units, leftOut };
}

/** Of a unit with parts a duty says which it tells of: otherwise the other half would count as told. */
function checkParts(
  { duties }: DecisionDraft['parsed'],
  file: string,
  entriesOf: (cited: string) => string[],
  faults: Faults,
): void {
  for (const [index, { citations }] of duties.entries()) {
    for (const [place, cited] of citations.entries()) {
      const [citation, part] = splitPart(cited);
      const parts = new Set(entriesOf(citation).flatMap((id) => splitPart(id)[1] ?? []));
      const at = { file, path: `duties[${index}].citations[${place}]` };
      if (part !== undefined) faults.checkKnown('part', part, parts, at, 'decisions/scopes/');
      else if (parts.size > 0) {
        const hint = `知らせる部分を引いてください（例: ${citation}/${[...parts][0]}）。両方なら、続けて書きます。`;
        faults.add(`${citation} は、部分（${[...parts].join('、')}）に分かれています。`, at, hint);
      }
    }
  }
}

function isBinding({ modality }: Provision): boolean {
  return modality === 'must' || modality === 'must-not';
}

function shorten(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
