import type { ReadableAtom } from 'nanostores';
import type { Contact } from '../../core/address-book/address-book.ts';
import type { Campaign, Desk } from '../../core/desk/desk.ts';
import type { Letters } from '../../core/desk/letters-schema.ts';
import type { DeskRow } from '../../core/desk/table.ts';
import type { Sha256 } from '../../core/desk/to-id.ts';
import type { Entry } from '../../core/register/entry.ts';
import type { Writing } from '../../core/register/merge.ts';
import type { ListReading } from '../../core/returned-list/returned-list.ts';

/** The campaign that is open, with its table. */
export interface OpenCampaign {
  campaign: Campaign;
  /** All rows in core's order; what is filtered and sorted is the list's own. */
  rows: readonly DeskRow[];
  /** All campaigns, all files. */
  desk: Desk;
}

/** What of the site the desk needs and that nobody needs before it: fetched when it is first asked for. */
export interface DeskFacts {
  /** content/letters.yaml */
  letters: Letters;
  /** Name of the organisation whose site it is, '' where none is said. */
  organization: string;
  /** Decisions that a returned list answers a question of. */
  decisions: { id: string; title: string; reading: ListReading }[];
  /** Papers about the evaluation of a company, with the ids of their fields. */
  papers: { id: string; title: string; fields: string[] }[];
  /** Registers of evaluated companies, with the table that has a row for each. */
  registers: { id: string; title: string; table: string; columns: string[] }[];
}

/** What the parts of the desk share. */
export interface DeskContext {
  /** The element of the page: parts and templates stand below it. */
  root: HTMLElement;
  /** Base path of the site with a slash at both ends. */
  base: string;
  /** Name and version of what makes the files. */
  generator: string;
  /** Anew with every change of the desk, of this page or another; undefined while no campaign is open. */
  $open: ReadableAtom<OpenCampaign | undefined>;
  /** The table of any campaign, e.g. last year's. */
  tableOf(campaign: Campaign): readonly DeskRow[];
  /** The entry as it stands, to be changed with core/desk/write.ts; undefined where there is none. */
  entryOf(id: string): Entry | undefined;
  /** Writes entries, and tells where that is not possible. Whether they are on the desk. */
  put(entries: readonly Entry[]): Promise<boolean>;
  /** Who writes a state, when, under an id of its own. */
  writing(): Writing;
  sha256: Sha256;
  /** Keys whose owners somebody has asked. */
  contacts(): readonly Contact[];
  now(): Date;
  /** `YYYY-MM-DD` */
  today(): string;
  /** Full address of the list with the invitation of a campaign; '' where it would be too long. */
  linkOf(campaign: Campaign): string;
  /** @throws LoadError when it does not arrive */
  facts(): Promise<DeskFacts>;
  /** Opens a campaign. @param id '' for the one begun last */
  openCampaign(id: string): void;
  /** Tells something in the status of the page; '' takes away what was told. */
  say(words: string): void;
  /** A part of the code did not arrive, or broke: the person is told. */
  failToLoad(error: unknown): void;
}

/**
 * What a view is: draws itself into its place and follows `context.$open` until it is left.
 * @param place empty, inside the panel of the view; whatever is in it is taken away when the view is left
 * @param signal aborted when another view is opened or the page is left
 */
export type ShowView = (place: HTMLElement, context: DeskContext, signal: AbortSignal) => void;
