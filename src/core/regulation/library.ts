import type { ToolAnswers, ToolDefinition } from '../../record/contents.ts';
import type { Basis } from '../../record/v1/basis.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import type { DecisionDefinition } from '../../record/v1/decision/definition.ts';
import type { FormRow } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import type { Brand } from '../brand/brand.ts';
import type { ChecklistGroup } from '../checklist/groups.ts';
import type { DecisionGroup } from '../decision/groups.ts';
import type { DecisionPaper } from '../decision/papers.ts';
import type { ShownList } from '../decision/shown-lists.ts';
import type { Letters } from '../desk/letters-schema.ts';
import type { DocumentDefinition } from '../document/definition.ts';
import type { FormFile } from '../form/file-schema.ts';
import type { InspectedPassage } from '../inspection/input.ts';
import type { RegisterRules } from '../register/rules.ts';
import type { ListReading } from '../returned-list/returned-list.ts';
import type { FillInItem } from '../tailoring/items.ts';
import type { ListEntry } from '../tailoring/list-entries.ts';
import { type Condition, fillText, type Wording } from '../tailoring/wording.ts';
import type { Conflict } from './conflicts.ts';
import type { Term } from './glossary.ts';
import type { Amendments, ImportRecord, Originals } from './imported.ts';
import type { CitingPlace, Provision, SectionAttributes } from './provision.ts';
import type { Organization, Records, Roles, Source, Topics } from './registers.ts';

/** A handbook: the restated document, its pages and what it rests on. */
export interface Handbook {
  id: string;
  source: Source;
  pages: HandbookPageEntry[];
  /** Official wording beside a restated text, where the organisation has put in its copy. */
  original?: Originals;
  /** What imports changed, the latest first. */
  amendments: Amendments;
  /** What the last import read and inferred; of an imported handbook. */
  imported?: ImportRecord;
}

export interface HandbookPageEntry {
  /** Content id, e.g. `company/09`; an index page has the handbook's own id. */
  id: string;
  /** Path from the site's base, e.g. `company/09/`. */
  url: string;
  /** Path of the MDX file from the project root. */
  file: string;
  title: string;
  description: string;
  sections: SectionAttributes[];
  /** Dates of its editor's notes, `YYYY-MM-DD`. */
  notedOn: string[];
  /** What its text refers to, with the line it stands in. */
  references: { to: string; line: number; at?: string }[];
  provisions: Provision[];
  /** Line of the file at which each place begins, by anchor. */
  lines: Record<string, number>;
  /** What the company's choices take off the page, e.g. private devices where they are forbidden. */
  hidden: { sections: SectionAttributes[]; provisions: Provision[] };
  /** By id of the provision: the choices with which it stands on the page; only of those that depend on any. */
  conditions: (readonly [string, readonly Condition[]])[];
  /** All texts of the page in order, introduction, headings and provisions, as their author wrote them. */
  passages: InspectedPassage[];
}

/** Everything the site says, checked: each id names something, each citation resolves. */
export interface Library {
  organization: Organization;
  /** How the site calls itself and looks. */
  brand: Brand;
  roles: Roles;
  records: Records;
  topics: Topics;
  handbooks: Handbook[];
  /** By id, in order of handbook and page. */
  provisions: Map<string, Provision>;
  /** Provisions that the company's choices take off the pages; the sources are complete with them. */
  hidden: Map<string, Provision>;
  /** By id of a provision: the company's choices with which it stands on the pages. */
  conditions: Map<string, readonly Condition[]>;
  /** The company's own words, for its handbook and for check lists. */
  wording: Wording;
  /** Ids of the company's own handbooks, the main one first. */
  ours: readonly string[];
  /** By `<handbook>:<id>`: names of the company's own records, its words not yet in them. */
  recordNames: Map<string, string>;
  /** Every choice, blank, month and contact of organization.yaml, and whether it is open. */
  fillIns: FillInItem[];
  /** The tables whose rows are the company's own, with its rows where it has written any. */
  lists: ListEntry[];
  /** Every text that the company's own words complete: of the handbooks, then of the decisions that take an answer. */
  passages: InspectedPassage[];
  /** The defined terms of all documents. */
  glossary: Term[];
  /** Where documents contradict one another or differ, in order of the file. */
  conflicts: Conflict[];
  checklists: ChecklistDefinition[];
  /** By id of a check list: what is beside its definition. */
  checklistPlaces: Map<string, ChecklistPlace>;
  decisions: DecisionEntry[];
  forms: FormEntry[];
  /** What the company makes its own from clauses of its handbook. */
  documents: DocumentDefinition[];
  /** What is asked by every tool on the site, the company's words apart. */
  tools: ToolEntry[];
  /** Places that refer to a provision or section, by its id. */
  citedBy: Map<string, CitingPlace[]>;
  /** Ids of documents that are switched off. */
  off: readonly string[];
  /** Tools of which too little is left where a document is switched off, with the reason. */
  leftOut: readonly { kind: ToolAnswers['kind']; id: string; reason: string }[];
  /** What the client writes to companies about a campaign. */
  letters: Letters;
}

/** What a tool asks, as a file of it holds it. */
export interface ToolEntry {
  kind: ToolAnswers['kind'];
  asked: Worded<ToolDefinition>;
  /** Documents that are switched off and that it rests on as well: it asks less than it does with them. */
  without?: readonly string[];
}

/** Where a check list stands on /checklists/. */
export interface ChecklistPlace {
  group?: ChecklistGroup;
  /** Whose rules it goes by; left out where it names none. */
  handbook?: string;
  /** Provisions that ask for it. */
  basis: readonly string[];
  /** Everyday words that it answers. */
  asks: readonly string[];
}

/** What people say when they want a tool. */
export interface Saying {
  say: string;
  /** Fragment of the address that answers what it says already; '' for none. */
  hash: string;
  /** The first of several that give the same answers: a page that offers them shows this one. */
  isOffered?: boolean;
}

/** A decision on the site, proved. */
export interface DecisionEntry {
  definition: DecisionDefinition;
  /** Questions that a returned check list answers. They are the page's alone: a file of the decision does not have them. */
  readings: ListReading[];
  /** Forms that are offered with the result; the page's alone as well. */
  papers: DecisionPaper[];
  /** Everyday words that it answers. */
  asks: Saying[];
  /** Rows of the company's lists that stand beside it; the page's alone as well. */
  lists: ShownList[];
  /** Every page links to it. */
  isUrgent: boolean;
  /** Where it stands on /decisions/. */
  group?: DecisionGroup;
  /** Ids of the provisions that it puts into practice: there it is offered. */
  provisions: string[];
  /** How many combinations of answers were walked, how many units of the sources speak in them, how many were left out. */
  proved: { combinations: number; units: number; leftOut: number };
}

/** A form on the site: what is beside its definition. */
export interface FormEntry {
  /** In the company's words. */
  definition: FormDefinition;
  /** Whose paper it is; left out for everybody's. */
  handbook?: string;
  /** Where it stands on /forms/. */
  group: FormFile['group'];
  /** Ids of the records that it makes, e.g. `nerima:workerRoster`. */
  records: string[];
  /** Ids of forms whose answers it takes over. */
  from: string[];
  /** It comes again every year: next year's begins with this one. */
  isYearly: boolean;
  /** What the company has set stands in these rows from the start, by table; none of a form that does not say so. */
  begins: Record<string, FormRow[]>;
  /** Everyday words and questions that it answers. */
  asks: string[];
  /** Ids of the provisions that ask for it: there it is offered. */
  provisions: string[];
  /** To whom it goes unless somebody writes otherwise; '' where nobody is named. */
  addressee: string;
  /** Asked before it opens, where many need it not at all; after `no` the page says `says`. The page's alone. */
  gate?: { question: string; yes: string; no: string; says: string; basis: Basis[] };
  /** What makes it a register that is kept over time. The page's alone. */
  register?: RegisterRules;
}

/** Name of a role as readers of this handbook know it. */
export function roleName(
  library: Pick<Library, 'roles' | 'wording'>,
  handbook: string,
  id: string,
): string | undefined {
  const role = library.roles[handbook]?.[id];
  if (!role) return undefined;
  return role.name ?? fillText(library.wording.roles[id] ?? '', library.wording);
}
