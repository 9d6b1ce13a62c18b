import type { Diagnostic } from '../model/block.ts';
import type { InferredFields } from '../model/fields.ts';
import type { RegulationTree } from '../model/tree.ts';
import { inferActors } from './actors.ts';
import { inferApprovers } from './approvers.ts';
import { settleCertainty } from './certainty.ts';
import { inferDeliverables } from './deliverables.ts';
import type { Known } from './known.ts';
import { inferModalities } from './modality.ts';
import { type Mention, toNames } from './names.ts';
import { toPlaces } from './places.ts';
import { inferReferences } from './references.ts';
import type { Sentence } from './sentences.ts';
import { findSubjects } from './subjects.ts';
import { toTopicFinder } from './topics.ts';
import { inferWhen } from './when.ts';

export type { Known } from './known.ts';

/** What was inferred, by anchor, and the references that lead nowhere. */
export interface Inference {
  fields: Map<string, InferredFields>;
  diagnostics: Diagnostic[];
}

/** Reads the typed fields out of a regulation's words; a field it cannot tell is left out, headings have none. */
export function inferFields(tree: RegulationTree, known: Known): Inference {
  const places = toPlaces(tree);
  const names = toNames(places, known);
  const mentions = new Map<Sentence, Mention[]>();
  const mentionsOf = (sentence: Sentence) => {
    const found = mentions.get(sentence) ?? names.find(sentence);
    mentions.set(sentence, found);
    return found;
  };
  const modalities = inferModalities(places);
  const actors = inferActors(places, {
    names,
    mentionsOf,
    modalityOf: (place) => modalities.get(place)?.value,
    approversOf: (place) => inferApprovers(place, mentionsOf, [])?.value ?? [],
  });
  const findTopics = toTopicFinder(known);
  const { references, diagnostics } = inferReferences(places);
  const fields = new Map<string, InferredFields>();
  for (const place of places) {
    if (place.isHeading) continue;
    const modality = modalities.get(place);
    const acting = actors.get(place);
    const binds = modality?.value !== 'information' && modality?.value !== 'definition';
    const approvers = binds ? inferApprovers(place, mentionsOf, acting?.value ?? []) : undefined;
    const when = inferWhen(place, modality?.value, (sentence) => findSubjects(sentence, mentionsOf(sentence)));
    const deliverables = inferDeliverables(place, modality?.value, known);
    const topics = findTopics(place);
    const refers = references.get(place.node.anchor);
    fields.set(place.node.anchor, {
      ...(acting && { actors: acting }),
      ...(approvers && { approvers }),
      ...(modality && { modality }),
      ...(when && { when }),
      ...(deliverables && { deliverables }),
      ...(topics && { topics }),
      ...(refers && { references: refers }),
    });
  }
  return { fields: settleCertainty(places, fields), diagnostics };
}
