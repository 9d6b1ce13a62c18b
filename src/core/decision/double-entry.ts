import type { Basis } from '../../record/v1/basis.ts';
import type { Combination } from '../../record/v1/decision/condition.ts';
import type { Condition, DecisionDefinition } from '../../record/v1/decision/definition.ts';
import type { ConditionTable, Pattern } from './condition-table.ts';
import { describe, type Flaw } from './flaw.ts';

/** A line of the scope book. */
export interface ScopeEntry {
  /** Unit, or unit and part: `rodo-3-n5/log`. */
  id: string;
  /** The cases in which it speaks; empty: always. */
  when: Condition[];
  /** Where it stands in the scope book, e.g. `covers[3]`. */
  path: string;
  /** What it says, for messages. */
  words: string;
  /** It obliges or forbids: a conclusion is not enough, a duty has to say it. */
  binds: boolean;
  /** It asks for somebody's leave. */
  asksLeave: boolean;
}

/** What a decision is compared with. */
export interface ScopeBook {
  entries: readonly ScopeEntry[];
  /** Cases in which a question has to be asked. */
  asks: readonly { question: string; when: Condition[]; path: string }[];
  /** Ids of the entries that a citation of the decision stands for. */
  entriesOf(citation: string): readonly string[];
  /** Outcomes which say that one may without further ado, or that nothing is laid down. */
  easy: ReadonlySet<string>;
}

/** Something that the decision can show, with what it cites. */
interface Part {
  path: string;
  name: string;
  /** Place of its condition in the table. */
  condition: number;
  cites: { citation: string; entries: number[] }[];
  /** The entries that it tells of, each once: of what binds, only duties tell. */
  tells: number[];
}

/** A part that a person reads as something to do, or not to do. */
interface DutyPart extends Part {
  isBan: boolean;
}

/** A rule with the outcome that it leads to. */
interface RulePart extends Part {
  outcome: Part | undefined;
  isEasy: boolean;
}

interface Finding {
  flaw: Flaw;
  combination: Combination;
  count: number;
}

/**
 * Holds a decision against its scope book, combination by combination: what speaks is shown, what is shown speaks, no
 * duty could be left out unnoticed, what decides is asked, and no conclusion lets one do what a duty forbids.
 */
export class DoubleEntry {
  readonly #entries: readonly ScopeEntry[];
  readonly #scopes: number[];
  readonly #duties: DutyPart[];
  readonly #rules: RulePart[];
  readonly #others: Part[];
  /** Where a scope hangs on a question: that is asked wherever the rest of the scope holds. */
  readonly #asks: { entry: number; question: string; rest: number; asked: number }[];
  readonly #wanted: { question: string; path: string; when: number; asked: number }[];
  /** Of what is looked at: by entry, whether it speaks, and by how many parts it is told. */
  readonly #speaks: Uint8Array;
  readonly #told: Uint16Array;
  readonly #findings = new Map<string, Finding>();
  /** What is looked at. */
  #met: Pick<Pattern, 'combination' | 'count'> = { combination: {}, count: 0 };

  /** @param table that of the patterns to come; what has to be tried on them is added to it */
  constructor(definition: DecisionDefinition, { entries, asks, entriesOf, easy }: ScopeBook, table: ConditionTable) {
    this.#entries = entries;
    this.#wanted = asks.map(({ question, when, path }) => {
      return { question, path, when: table.add(when), asked: table.addAsked(question) };
    });
    this.#scopes = entries.map(({ when }) => table.add(when));
    this.#speaks = new Uint8Array(entries.length);
    this.#told = new Uint16Array(entries.length);
    this.#asks = entries.flatMap(({ when }, entry) => listAsks(when, entry, table));
    const places = new Map(entries.map(({ id }, place) => [id, place]));
    const toPart = (path: string, name: string, { basis, when = [] }: { basis: Basis[]; when?: Condition[] }): Part => {
      const cites = basis.map(({ citation }) => ({
        citation,
        entries: entriesOf(citation).flatMap((id) => places.get(id) ?? []),
      }));
      const tells = [...new Set(cites.flatMap((one) => one.entries))].filter((place) => !entries[place]?.binds);
      return { path, name, condition: table.add(when), cites, tells };
    };
    const { duties, rules, outcomes, check } = definition;
    this.#duties = duties.map((duty, place) => {
      const part = toPart(`duties[${place}]`, `すること「${duty.id}」`, duty);
      const tells = [...new Set(part.cites.flatMap((one) => one.entries))];
      return { ...part, tells, isBan: duty.stage === 'never' };
    });
    const concluding = new Map(
      outcomes.map((outcome, place) => [outcome.id, toPart(`outcomes[${place}]`, `結論「${outcome.id}」`, outcome)]),
    );
    this.#rules = rules.map((rule, place) => {
      const part = toPart(`rules[${place}]`, `rules[${place}]`, rule);
      return { ...part, outcome: concluding.get(rule.outcome), isEasy: easy.has(rule.outcome) };
    });
    this.#others = (check?.profiles ?? []).map((one, place) =>
      toPart(`check.profiles[${place}]`, `profile「${one.id}」`, one),
    );
  }

  /** Looks at combinations that are alike. */
  visit({ held, combination, count }: Pattern): void {
    this.#met = { combination, count };
    const isShown = ({ condition }: Part) => held[condition] === true;
    const duties = this.#duties.filter(isShown);
    const rules = this.#rules.filter(isShown);
    const others = [...rules, ...rules.flatMap(({ outcome }) => outcome ?? []), ...this.#others.filter(isShown)];
    const speaks = this.#speaks;
    for (let place = 0; place < speaks.length; place += 1) speaks[place] = held[this.#scopes[place] ?? -1] ? 1 : 0;
    const told = this.#told.fill(0);
    for (const { tells } of duties) for (const place of tells) told[place] = (told[place] ?? 0) + 1;
    for (const { tells } of others) for (const place of tells) told[place] = (told[place] ?? 0) + 1;
    this.#findUntold(speaks, told);
    for (const part of duties) this.#checkShown(part, speaks);
    for (const part of others) this.#checkShown(part, speaks);
    for (const duty of duties) {
      if (duty.tells.some((place) => speaks[place] && told[place] === 1)) continue;
      const hint = 'もう一つとまとめるか、scopes で unit を部分に分けて、それぞれの部分を引いてください。';
      this.#add(`${duty.name}が知らせることは、ほかのものも全部引いています`, { path: duty.path, hint });
    }
    for (const { entry, question, rest, asked } of this.#asks) {
      if (held[rest] !== true || speaks[entry] || held[asked] === true) continue;
      const { id = '', path = '' } = this.#entries[entry] ?? {};
      const hint = 'その場合にもたずねるか、どの場合のことかを scopes に書いてください。';
      this.#add(`${id} は「${question}」で決まるのに、たずねていません`, { path, hint, isScope: true });
    }
    for (const { question, path, when, asked } of this.#wanted) {
      if (held[when] !== true || held[asked] === true) continue;
      this.#add(`「${question}」で決まるのに、たずねていません`, {
        path,
        hint: 'その場合にもたずねてください。',
        isScope: true,
      });
    }
    for (const rule of rules) if (rule.isEasy) this.#checkEasy(rule, duties, speaks);
  }

  /** Every difference, with the first combination in which it arises. */
  flaws(): Flaw[] {
    return [...this.#findings.values()].map(({ combination, count, flaw }) => {
      const more = count > 1 ? `（ほか ${count - 1} 通り）` : '';
      const [says, ...words] = flaw.problem.split('\n');
      return { ...flaw, problem: [`${says}（${describe(combination)}）${more}。`, ...words].join(' ') };
    });
  }

  #findUntold(speaks: Uint8Array, told: Uint16Array): void {
    for (let place = 0; place < speaks.length; place += 1) {
      const entry = speaks[place] && told[place] === 0 ? this.#entries[place] : undefined;
      if (!entry) continue;
      const { id, path, binds, words } = entry;
      const hint = binds
        ? 'それを引く「すること」（duty）を書くか、条件を広げてください。'
        : '表示するもので、それを引いてください。';
      this.#add(`${id} が当てはまるのに、何も知らせていません`, { path, hint, isScope: true }, words);
    }
  }

  #checkShown({ path, name, cites }: Part, speaks: Uint8Array): void {
    for (const { citation, entries } of cites) {
      if (entries.some((place) => speaks[place])) continue;
      const hint = '条件を狭めるか、原文がそう言うなら scopes の場合を広げてください。';
      const [first = -1] = entries;
      const words = this.#entries[first]?.words;
      this.#add(`${name}が、当てはまらない ${citation} を示しています`, { path, hint }, words);
    }
  }

  #checkEasy({ outcome }: RulePart, duties: readonly DutyPart[], speaks: Uint8Array): void {
    for (const { name, tells, isBan } of duties) {
      const leave = tells.find((place) => speaks[place] && this.#entries[place]?.asksLeave);
      if (!isBan && leave === undefined) continue;
      const { path = '', name: conclusion = '' } = outcome ?? {};
      const hint = 'この場合は、何が妨げになるかを言う別の結論にしてください。';
      const why = isBan ? '禁じています' : '許可を求めています';
      this.#add(`${conclusion}は進んでよいと言うのに、${name}が${why}`, { path, hint });
    }
  }

  #add(says: string, flaw: Omit<Flaw, 'problem'>, words = ''): void {
    const key = `${flaw.path} ${says}`;
    const known = this.#findings.get(key);
    const { combination, count } = this.#met;
    if (known) known.count += count;
    else {
      const problem = words === '' ? says : `${says}\n「${words}」`;
      this.#findings.set(key, { combination, count, flaw: { ...flaw, problem } });
    }
  }
}

/** What is left of a condition without its test of a question; a test that something was not answered asks nothing. */
function listAsks(when: readonly Condition[], entry: number, table: ConditionTable) {
  return when.flatMap((condition) =>
    Object.entries(condition).flatMap(([question, test]) => {
      if ('none' in test) return [];
      const { [question]: _, ...rest } = condition;
      return { entry, question, rest: table.add([rest]), asked: table.addAsked(question) };
    }),
  );
}
