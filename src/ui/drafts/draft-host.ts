import type { Drafted } from '../../stores/drafted.ts';
import type { SharedDevice } from '../../stores/shared-device.ts';

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

const hosts = new WeakMap<Element, DraftHost>();

export function provideDrafts<A>(host: DraftHost<A>): void {
  hosts.set(host.root, host);
}

/**
 * The tool around an element.
 * @throws Error if there is none: defineDrafts() is called after the tool has provided one
 */
export function findDrafts(element: Element): DraftHost {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const host = hosts.get(at);
    if (host) return host;
  }
  throw new Error(`<${element.localName}> stands in no tool with drafts.`);
}
