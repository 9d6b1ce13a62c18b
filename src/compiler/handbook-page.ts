import type { DefectNote } from '../core/inspection/input.ts';
import type { ProvisionAttributes, SectionAttributes } from '../core/regulation/provision.ts';
import type { Condition, Piece } from '../core/tailoring/wording.ts';

export interface SectionDraft {
  attributes: SectionAttributes;
  /** Editor's notes directly under it, or inside a provision, that record a defect to report. */
  notes: DefectNote[];
  /** The choices that must not be set otherwise for it to stand on the page. */
  conditions: Condition[];
  line: number;
}

/** A provision as one page states it, before the company's words and citations are looked up. */
export interface ProvisionDraft extends Omit<SectionDraft, 'attributes'> {
  attributes: ProvisionAttributes;
  /** Sections around it, outermost first. */
  sections: SectionAttributes[];
  text: Piece[];
  /** The text with the items of its lists marked. */
  marked: Piece[];
  refs: RefDraft[];
}

export interface RefDraft {
  to: string;
  line: number;
  conditions: Condition[];
  /** Name of the component and attribute, for messages; `<Ref to>` when left out. */
  at?: string;
  /** Ids of the lists in whose sample it stands. */
  samples: string[];
}

/** A role, blank, choice, option or list that the page names, to be looked up. */
export interface Use {
  kind: 'role' | 'blank' | 'choice' | 'list';
  id: string;
  /** Options named at a choice: with words of their own, or as the one that a passage needs. */
  options?: string[];
  /** All options must be there, because each has words of its own. */
  isComplete?: boolean;
  /** Of a list: the group that stands here, and what stands over the columns of the sample's table. */
  group?: string | undefined;
  head?: Piece[][] | undefined;
  line: number;
  /** Name of the component or attribute, for messages. */
  at: string;
}

export interface HandbookPage {
  title: string;
  description: string;
  sections: SectionDraft[];
  provisions: ProvisionDraft[];
  /** The text above the first section. */
  introduction: Piece[];
  /** What the page names and refers to anywhere, introductions and editor's notes included. */
  uses: Use[];
  refs: RefDraft[];
  /** Editor's notes outside all sections that record a defect to report. */
  notes: DefectNote[];
  /** Dates of its editor's notes, `YYYY-MM-DD`. */
  notedOn: string[];
  /** Documents of which it says something that stands only while they are in force. */
  documents: { id: string; line: number }[];
}
