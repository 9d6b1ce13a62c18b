import type { Source } from '../../core/regulation/registers.ts';

/** A tool of which too little is left where a document is switched off. */
export interface LeftOut {
  kind: 'checklist' | 'decision' | 'form';
  id: string;
  reason: string;
}

/**
 * Which documents are in force. What rests on another one goes with it, before anything is linked, checked or proved:
 * see reduce-*.ts for what that means in each kind of file.
 *
 * A document is off if organization.yaml has `handbooks:` without its id, and the folder knows it: by a file in sources/, a
 * folder in handbooks/, or its entry in roles.yaml or records.yaml. An id that nothing knows is misspelt, and a fault
 * wherever it stands. The files of a document that is off are not read; to remove them changes nothing.
 */
export class InForce {
  /** Ids of the documents that are known and not in force. */
  readonly off: ReadonlySet<string>;
  /** What was left out whole so far, with the reason. */
  readonly leftOut: LeftOut[] = [];
  /** Ids of the company's own documents in force, the main one first. */
  readonly ours: readonly string[];
  readonly #prefixes: readonly { prefix: string; isOff: boolean }[];
  readonly #hasUnknown: boolean;

  /** @param sources those that could be read, of documents in force or off */
  constructor(
    off: Iterable<string> = [],
    sources: ReadonlyMap<string, Pick<Source, 'unitPrefix'>> = new Map(),
    ours: readonly string[] = [],
  ) {
    this.off = new Set(off);
    this.ours = ours;
    this.#prefixes = [...sources].map(([id, { unitPrefix }]) => ({ prefix: unitPrefix, isOff: this.off.has(id) }));
    this.#hasUnknown = [...this.off].some((id) => !sources.has(id));
  }

  isOff(handbook: string): boolean {
    return this.off.has(handbook);
  }

  /** `nerima:a16-i2` */
  isOffCitation(citation: string): boolean {
    return this.isOff(handbookOf(citation));
  }

  /**
   * `nerima-a16-i2`. The longest prefix decides; where the source of a document that is off was removed, nobody knows its
   * prefix, and a unit that begins with none is taken for one of it.
   */
  isOffUnit(unit: string): boolean {
    const [best] = this.#prefixes
      .filter(({ prefix }) => unit.startsWith(prefix))
      .toSorted((a, b) => b.prefix.length - a.prefix.length);
    return best ? best.isOff : this.#hasUnknown;
  }

  /** A register by handbook without those that are off. */
  keep<Value>(register: Readonly<Record<string, Value>>): Record<string, Value> {
    if (this.off.size === 0) return register;
    return Object.fromEntries(Object.entries(register).filter(([handbook]) => !this.isOff(handbook)));
  }
}

/** The document of a citation. */
export function handbookOf(citation: string): string {
  return citation.split(':', 1)[0] ?? '';
}
