import type { FillIns } from '../tailoring/fill-ins.ts';
import type { Passage } from '../tailoring/items.ts';
import type { Condition, Piece } from '../tailoring/wording.ts';
import type { Certainty } from './finding.ts';
import type { Products, TermVariants } from './rules.ts';

/** An editor's note that records a defect which an inspection reports. */
export interface DefectNote {
  about: 'reference' | 'undefined';
  certainty: Certainty;
  text: Piece[];
  /** Ids of the lists in whose sample it stands: with the company's rows it is gone. */
  samples?: string[];
}

/** A text of a handbook with what an inspection asks of it. What is left out is empty. */
export interface InspectedPassage extends Passage {
  handbook: string;
  /** Id of the provision or section; none for the introduction of a page. */
  id?: string;
  isHeading?: true;
  /** What it refers to by `<Ref>`. */
  refs?: { to: string; conditions: Condition[]; samples?: string[] }[];
  notes?: DefectNote[];
}

/** A role as far as an inspection needs it. The company's own names come from the wording. */
export interface InspectedRole {
  id: string;
  name?: string;
  meaning: string;
  noDefinition?: true;
}

export interface InspectedHandbook {
  id: string;
  short: string;
  /** Its text is the company's to change. */
  isOwn: boolean;
  roles: InspectedRole[];
  /** Defined terms, which may hold `{{role:…}}`. */
  terms: string[];
  /** Labels of its articles, 第1条 and 第1条第2号; none where it has no articles. */
  articles: string[];
}

/** All that an inspection looks at, besides the company's wording. Plain data: the build hands it to the browser. */
export interface InspectionInput {
  handbooks: InspectedHandbook[];
  passages: InspectedPassage[];
  fillIns: FillIns;
  rules: TermVariants & Products;
}
