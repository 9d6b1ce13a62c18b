import type { Drafted } from '../../stores/drafted.ts';
import type { SharedDevice } from '../../stores/shared-device.ts';
import { shareHost } from '../parts/hosts.ts';

/** What a draft is told by: to whom it goes, and facts by the `data-fact` of the page. */
export interface DraftWords {
  /** Empty while nobody is named. */
  name: string;
  facts: Readonly<Record<string, string>>;
  /** How many questions or fields are answered. */
  answered: number;
}

/** What a tool with several drafts gives to the parts that list, keep and erase them. */
export interface DraftHost<A = unknown> {
  root: HTMLElement;
  /** Base path of the site with a slash at both ends. */
  base: string;
  store: Drafted<A>;
  sharedDevice: SharedDevice;
  describe(answers: A): DraftWords;
  /** Hands the answers out as a file. */
  exportAnswers(): void;
}

const hosts = shareHost<DraftHost>();

export function provideDrafts<A>(host: DraftHost<A>): void {
  hosts.provide(host);
}

/** The tool around an element; defineDrafts() is called after it has provided one. */
export const findDrafts = hosts.find;
