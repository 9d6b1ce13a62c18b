import { fillLines, fillText, isSampleShown, isShown, type Wording } from '../tailoring/wording.ts';
import type { FindingPlace } from './finding.ts';
import type { InspectedHandbook, InspectedPassage, InspectionInput } from './input.ts';

/** A passage that stands on the pages under a wording, with its words filled in. */
export interface ShownPassage {
  passage: InspectedPassage;
  place: FindingPlace;
  text: string;
  /** The text with number, caption and time, which stand beside it. */
  all: string;
}

/** What every rule of an inspection works on. */
export interface Inspected extends InspectionInput {
  wording: Wording;
  shown: ShownPassage[];
}

export function showPassages(input: InspectionInput, wording: Wording): Inspected {
  const shown = input.passages
    .filter(({ conditions }) => isShown(wording, conditions))
    .map((given) => {
      const passage = withoutSamples(given, wording);
      // What introduces a page is this site's word, not the document's.
      const text = passage.id ? fillLines(passage.text, wording) : '';
      const all = `${fillLines(passage.beside, wording)}\n${text}`;
      return { passage, place: { label: passage.label, url: passage.url }, text, all };
    });
  return { ...input, wording, shown };
}

/** The names of a handbook's roles as its readers see them, by role id. */
export function roleNames({ roles }: InspectedHandbook, wording: Wording): Map<string, string> {
  return new Map(roles.map(({ id, name }) => [id, name ?? fillText(wording.roles[id] ?? '', wording)]));
}

/** Without notes and references that speak of rows of the sample, where the company has its own. */
function withoutSamples(passage: InspectedPassage, wording: Wording): InspectedPassage {
  const { notes, refs } = passage;
  const isLeft = ({ samples }: { samples?: string[] }) => isSampleShown(wording, samples);
  return { ...passage, ...(notes && { notes: notes.filter(isLeft) }), ...(refs && { refs: refs.filter(isLeft) }) };
}
