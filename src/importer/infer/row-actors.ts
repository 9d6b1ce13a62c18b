import type { Inferred, Named } from '../model/fields.ts';
import type { Mention } from './names.ts';
import type { Place } from './places.ts';
import { plainSentence, type Sentence } from './sentences.ts';

type MentionsOf = (sentence: Sentence) => readonly Mention[];

/** 教育責任者｜教育を企画する。 and 教育責任者：教育を企画する: who stands in a column of their own, or before the colon. */
export function rowActors(place: Place, mentionsOf: MentionsOf): Inferred<Named[]> | undefined {
  const rows = (place.node.table?.rows ?? []).map((row) =>
    row.map(({ lines }) => lines.map(({ text }) => text).join('')),
  );
  const wide = Math.max(0, ...rows.map((row) => row.length));
  let strange: Inferred<Named[]> | undefined;
  for (let column = 0; column < (wide > 1 ? wide : 0); column++) {
    const cells = rows.flatMap((row) => row[column] ?? []).map((cell) => wholeMentions(cell, mentionsOf));
    const [head, ...rest] = cells;
    const body = head === undefined && rest.length > 0 ? rest : cells;
    if (body.length === 0 || body.some((cell) => cell === undefined)) continue;
    const who = new Map(body.flatMap((cell) => cell ?? []).map((one) => [one.id ?? one.name, one]));
    const found: Inferred<Named[]> = { value: [...who.values()], certainty: 'guess', from: '' };
    // 最高責任者｜代表取締役: of two columns of people, the one that the register knows.
    if (found.value.every(({ id }) => id !== undefined)) return found;
    strange ??= found;
  }
  if (strange) return strange;
  const [first] = place.sentences;
  const term = rows.length === 0 && first ? /^([^：:、]{2,30})[：:]./u.exec(first.text)?.[1] : undefined;
  const who = term === undefined ? undefined : wholeMentions(term, mentionsOf);
  if (!who || place.sentences.some(({ text }) => /をいう$/u.test(text))) return undefined;
  return { value: who, certainty: 'guess', from: term ?? '' };
}

/** Whom a cell names, where it holds nothing else. */
function wholeMentions(cell: string, mentionsOf: MentionsOf): Named[] | undefined {
  const text = cell.replaceAll(/\s/gu, '').replace(/^[^/／]*[/／](?=[一-鿿ァ-ヺ]*者$)/u, '');
  const mentions = mentionsOf(plainSentence(text));
  const rest = mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const named = mentions.flatMap(({ who }) => who ?? []);
  return named.length > 0 && named.length === mentions.length && /^(?:又は|または|及び|および|[、・/／])*$/u.test(rest)
    ? named
    : undefined;
}
