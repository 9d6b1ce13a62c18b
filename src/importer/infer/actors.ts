import type { Modality } from '../../core/regulation/provision.ts';
import type { Inferred, Named } from '../model/fields.ts';
import { carried, isOthers } from './carried-actors.ts';
import { contact } from './cues.ts';
import { type Defaults, findBound, toDefaults } from './default-actor.ts';
import { type ActorTools, directActors } from './direct-actors.ts';
import { isHeldTo, whoIsMade } from './made-actors.ts';
import { introOf, isInner, leadOf, type Place } from './places.ts';

/** Who acts at each place: by name, by what it stands under or after, or by what the document is about. */
export function inferActors(places: readonly Place[], tools: ActorTools): Map<Place, Inferred<Named[]>> {
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
  const presumed = new Set<Place>();
  const plain = toDefaults(tools.names, direct, findBound(places, tools.mentionsOf));
  // What another hands in is not for whoever is meant elsewhere.
  const defaults: Defaults = (place, modality) => {
    const lead = leadOf(place);
    return lead && isOthers(place, lead) ? undefined : plain(place, modality);
  };
  for (const place of places) {
    const modality = tools.modalityOf(place);
    if (place.isHeading || strange.has(place) || found.has(place)) continue;
    if (modality === 'definition' || modality === 'information' || isNobodys(place)) continue;
    const lead = introOf(place);
    const who = carried(place, found, presumed, tools);
    const other =
      who || (modality === 'should' && !/努め/u.test(place.text)) || (isWide(place) && modality !== 'must-not')
        ? undefined
        : defaults(place, modality);
    const given =
      who ??
      (other
        ? [other]
        : lead &&
            presumed.has(lead) &&
            !isWide(place) &&
            (modality !== 'must-not' || tools.modalityOf(lead) === 'must-not' || !place.node.table)
          ? found.get(lead)?.value
          : undefined);
    if (!given) continue;
    if (!who) presumed.add(place);
    found.set(place, { value: [...given], certainty: 'guess', from: '' });
  }
  for (const place of [...found.keys()]) {
    if (tools.modalityOf(place) === 'information') found.delete(place);
  }
  for (const [place, who] of found) {
    const made = isBinding(tools.modalityOf(place)) ? whoIsMade(place, tools) : [];
    const maker = isHeldTo(place) ? defaults(place, tools.modalityOf(place)) : undefined;
    const more = [...(maker ? [maker] : []), ...made].filter((one) => !who.value.some(({ id }) => id === one.id));
    if (more.length > 0) found.set(place, { ...who, value: [...who.value, ...more], certainty: 'guess' });
  }
  // What is listed below somebody's duty, such as the purposes of it, is still theirs.
  for (const place of places) {
    const lead = leadOf(place);
    const above = lead && found.get(lead);
    if (!lead || tools.modalityOf(place) !== 'information' || above?.certainty !== 'sure') continue;
    if (isInner(place) || contact.test(place.text) || place.sentences.some(({ closed }) => closed)) continue;
    if (isBinding(tools.modalityOf(lead))) found.set(place, { value: above.value, certainty: 'guess', from: '' });
  }
  return found;
}

/** 措置を講ずることを妨げるものではない: leave for whoever wants it. */
function isNobodys({ text }: Place): boolean {
  return /妨げ(?:ない|るものでは(?:ない|ありません))/u.test(text);
}

/** A table of several columns, or of several rows of them: whose doing each is, no rule of words tells. */
function isWide({ node }: Place): boolean {
  const rows = node.table?.rows ?? [];
  return rows.some((row) => row.length > (rows.length > 1 ? 1 : 2));
}

function isBinding(modality: Modality | undefined): boolean {
  return modality === 'must' || modality === 'must-not' || modality === 'should';
}
