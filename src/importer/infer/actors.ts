import type { Modality } from '../../core/regulation/provision.ts';
import type { Inferred, Named } from '../model/fields.ts';
import { toDefaults } from './default-actor.ts';
import type { Mention, Names } from './names.ts';
import { headingOf, leadOf, type Place } from './places.ts';
import { type Sentence, wordsOf } from './sentences.ts';
import { findSubjects } from './subjects.ts';

interface Tools {
  names: Names;
  mentionsOf: (sentence: Sentence) => readonly Mention[];
  modalityOf: (place: Place) => Modality | undefined;
  approversOf: (place: Place) => readonly Named[];
}

/** 管理責任者は、部門長とする: the one appointed. */
const appointed = /は、?([^、]{1,40}?)(?:とする|をもって充てる|を充てる|が務める|がこれに当たる)/u;

/** Words that take up the sentence before them. */
const taking = /^(?:なお|また|又|ただし|但し|さらに|加えて|特に|この場合|その場合|その際|前項|前号|これ|当該|その)/u;

/** Who acts at each place: by name, by what it stands under or after, or by what the document is about. */
export function inferActors(places: readonly Place[], tools: Tools): Map<Place, Inferred<Named[]>> {
  const found = new Map<Place, Inferred<Named[]>>();
  const direct = new Map<Place, readonly Named[]>();
  const strange = new Set<Place>();
  for (const place of places) {
    if (place.isHeading) continue;
    const named = directActors(place, tools);
    if (named === 'somebody') strange.add(place);
    else if (named) {
      found.set(place, named);
      if (isBinding(tools.modalityOf(place))) direct.set(place, named.value);
    }
  }
  const defaults = toDefaults(tools.names, direct);
  for (const place of places) {
    const modality = tools.modalityOf(place);
    if (place.isHeading || strange.has(place) || found.has(place)) continue;
    if (modality === 'definition' || modality === 'information') continue;
    const who = carried(place, found, tools) ?? asArray(defaults(place));
    if (who) found.set(place, { value: [...who], certainty: 'guess', from: '' });
  }
  for (const place of [...found.keys()]) {
    const modality = tools.modalityOf(place);
    if (modality === 'information') found.delete(place);
  }
  return found;
}

function directActors(place: Place, { mentionsOf, names, modalityOf }: Tools): Inferred<Named[]> | 'somebody' | undefined {
  const row = rowActors(place, mentionsOf);
  if (row) return row;
  const who = new Map<string, Named>();
  let from = '';
  let isSure = true;
  let isSomebody = false;
  for (const sentence of place.sentences) {
    const { text } = sentence;
    const mentions = mentionsOf(sentence);
    const office = modalityOf(place) === 'definition' ? appointed.exec(text) : undefined;
    const subjects = findSubjects(sentence, mentions);
    if (office) {
      const [start, end] = [text.indexOf(office[1] ?? '', office.index), office.index + office[0].length];
      const named = mentions.filter((mention) => mention.start >= start && mention.end <= end && mention.who?.id !== undefined);
      const last = named.at(-1);
      if (last?.who) {
        return { value: [last.who], certainty: 'guess', from: wordsOf(sentence, last.start, last.end) };
      }
    } else if (modalityOf(place) === 'definition') continue;
    for (const subject of subjects) {
      if (subject.mentions.some((mention) => !mention.who)) {
        isSomebody = true;
        continue;
      }
      for (const mention of subject.mentions) {
        if (mention.who) who.set(mention.who.id ?? mention.who.name, mention.who);
        isSure &&= mention.isSure;
      }
      isSure &&= !subject.byGa;
      from ||= wordsOf(sentence, subject.start, subject.end);
    }
    if (subjects.length > 0) continue;
    // 甲乙協議の上: both.
    const both = /甲乙(?:協議|双方|協力|両者)/u.exec(text);
    const pair = both && [names.find({ ...sentence, text: '甲は' })[0]?.who, names.find({ ...sentence, text: '乙は' })[0]?.who];
    for (const one of pair ?? []) if (one) who.set(one.id ?? one.name, one);
    if (both) from ||= wordsOf(sentence, both.index, both.index + 2);
    // 委託先に…させる: whoever gives the work away.
    const made = mentions.find((mention) => mention.who && names.isOfClass('contractor', mention.who) && /^(?:に対し(?:て)?|には|に|をして)[^。]*(?:させ|求め|求める|遵守させる)/u.test(text.slice(mention.end)));
    const client = made && (names.ofClass('client') ?? names.ofClass('own'));
    if (client) {
      who.set(client.id ?? client.name, client);
      isSure = false;
      from ||= wordsOf(sentence, made.start, made.end);
    }
  }
  if (who.size > 0) return { value: [...who.values()], certainty: isSure ? 'sure' : 'guess', from };
  return isSomebody ? 'somebody' : undefined;
}

/** 教育責任者｜教育を企画する。 and 教育責任者：教育を企画する: who stands in the first cell, or before the colon. */
function rowActors(place: Place, mentionsOf: Tools['mentionsOf']): Inferred<Named[]> | undefined {
  const rows = place.node.table?.rows ?? [];
  const first = rows.length === 1 ? place.sentences[0] : undefined;
  const colon = place.sentences.length > 0 && rows.length === 0 ? place.sentences[0] : undefined;
  const sentence = first ?? colon;
  if (!sentence) return undefined;
  const words = first ? sentence.text : /^([^：:、]{2,30})[：:]/u.exec(sentence.text)?.[1];
  if (!words) return undefined;
  const whole = mentionsOf(sentence).filter(({ start, end }) => end <= words.length && (end === words.length || start === 0));
  const only = whole.find(({ start, end, who }) => who && end === words.length && (start === 0 || words[start - 1] === '/' || words[start - 1] === '／' || words[start - 1] === '・'));
  if (!only?.who || (first && place.sentences.length < 2)) return undefined;
  return { value: [only.who], certainty: 'guess', from: wordsOf(sentence, only.start, only.end) };
}

/** From what it stands under, from its heading, or from the place before it. */
function carried(place: Place, found: ReadonlyMap<Place, Inferred<Named[]>>, tools: Tools): readonly Named[] | undefined {
  const approvers = new Set(tools.approversOf(place).map(({ name }) => name));
  const fits = (who: readonly Named[] | undefined) => (who && !who.some(({ name }) => approvers.has(name)) ? who : undefined);
  const lead = leadOf(place);
  if (lead) return fits(found.get(lead)?.value);
  const title = place.titles.at(-1) ?? '';
  const duty = /^(.*)の(?:義務|責務|責任|役割|遵守事項|職務|任務)(?:等)?$/u.exec(title)?.[1];
  if (duty) {
    const sentence = { text: `${duty}は`, original: duty, at: [...duty].map((_, index) => index), closed: false };
    const named = findSubjects(sentence, tools.mentionsOf(sentence)).flatMap(({ mentions }) => mentions.flatMap(({ who }) => (who ? [who] : [])));
    if (named.length > 0) return fits(named);
  }
  const { before } = place;
  if (!before || before.isHeading || headingOf(before) !== headingOf(place)) return undefined;
  const continues = taking.test(place.text) || place.node.kind === 'text' || place.node.kind === 'paragraph';
  return continues ? fits(found.get(before)?.value) : undefined;
}

function isBinding(modality: Modality | undefined): boolean {
  return modality === 'must' || modality === 'must-not' || modality === 'should';
}

function asArray(who: Named | undefined): readonly Named[] | undefined {
  return who && [who];
}
