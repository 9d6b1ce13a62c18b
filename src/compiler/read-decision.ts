import { checkParts } from '../core/decision/check-parts.ts';
import type { DecisionFile } from '../core/decision/file-schema.ts';
import type { Flaw } from '../core/decision/flaw.ts';
import type { ScopeFile } from '../core/decision/scope-schema.ts';
import { type DecisionEntry, type Library, roleName } from '../core/regulation/library.ts';
import { noticeFor } from '../core/regulation/notice.ts';
import { fillText } from '../core/tailoring/wording.ts';
import type { Basis } from '../record/v1/basis.ts';
import type { Worded } from '../record/v1/company/words.ts';
import type {
  Condition,
  Contradiction,
  DecisionDefinition,
  Duty,
  Question,
  Tell,
} from '../record/v1/decision/definition.ts';
import { fillDecision } from '../record/v1/decision/fill.ts';
import type { PasswordCheck } from '../record/v1/decision/password.ts';
import { checkCases } from './decision-cases.ts';
import type { DecisionDraft } from './decision-draft.ts';
import type { Faults, Place } from './faults.ts';
import { handbookOf } from './in-force/in-force.ts';
import { namedHandbooks, namedRecords, namedRoles } from './known.ts';
import { ofClient } from './of-client.ts';
import { proveOnce } from './prove-once.ts';
import { readAsks } from './read-asks.ts';
import { readReadings } from './read-readings.ts';
import { readScope, type Scope, splitPart } from './read-scope.ts';
import { toConditions } from './to-conditions.ts';
import { toKebab } from './to-kebab.ts';
import { checkPlaceholders, toBasis, toWorded } from './to-worded.ts';

/**
 * Gives a decision the company's words and the addresses of what it cites, and proves it.
 * @param base the site's base path
 * @returns undefined where the registers or the proof object to it
 */
export function readDecision(
  draft: DecisionDraft,
  library: Library,
  base: string,
  faults: Faults,
): (DecisionEntry & { asked: Worded<DecisionDefinition> }) | undefined {
  const { parsed, file, isBroken } = draft;
  const before = faults.met;
  checkPlaceholders(parsed, library.wording, { file, path: '' }, faults);
  for (const [handbook, path] of draft.spokenOf) {
    if (!draft.without?.includes(handbook))
      faults.checkKnown('handbook', handbook, namedHandbooks(library.handbooks), { file, path }, 'sources/');
  }
  const { marked, whole, scope } = readBothEntries(draft, library, base, faults);
  const asked = { ...marked, template: withoutParts(marked.template) };
  const readings = readReadings(draft, library, faults);
  if (!isBroken) addFlaws(checkParts(whole), draft, faults);
  // A proof of what is not whole would print what follows from its faults.
  if (isBroken || faults.met > before) return undefined;
  const proof = proveOnce(whole, scope);
  addFlaws(proof.flaws, draft, faults);
  const unitsOf = (citation: string) => findProvision(library, splitPart(citation)[0])?.units ?? [];
  if (draft.cases && proof.flaws.length === 0) checkCases(draft.cases, whole, unitsOf, faults);
  const provisions = [...library.provisions.values()].filter(({ units }) =>
    units.some((unit) => scope.units.has(unit)),
  );
  return {
    asked,
    definition: fillDecision(asked),
    readings,
    papers: [],
    asks: readAsks(draft, fillDecision(asked), library, faults),
    lists: [],
    isUrgent: parsed.urgent === true,
    ...(parsed.group && { group: parsed.group }),
    provisions: provisions.map(({ id }) => id),
    proved: { combinations: proof.combinations, units: scope.units.size, leftOut: scope.leftOut.size },
  };
}

/** A decision with its scope book, as the proof compares them. */
export function readBothEntries(
  draft: DecisionDraft,
  library: Library,
  base: string,
  faults: Faults,
): { marked: Worded<DecisionDefinition>; whole: DecisionDefinition; scope: Scope } {
  const reader = new DecisionReader(draft, library, base, faults);
  const scope = readScope(draft, library, (when, citation) => reader.ofClient(when, citation), faults);
  /** Citations with the parts of a unit that they mean, which only the proof needs. */
  const marked = toWorded(reader.read(), library.wording, draft.file, faults);
  // The proof looks at every answer to a setting, so at nothing that a choice takes away.
  return { marked, whole: fillDecision({ ...marked, template: withHidden(marked.template) }), scope };
}

function addFlaws(flaws: readonly Flaw[], { file, scope }: DecisionDraft, faults: Faults): void {
  for (const { problem, path, hint, isScope } of flaws) {
    faults.add(problem, { file: isScope ? scope.file : file, path }, hint);
  }
}

function findProvision({ provisions, hidden }: Library, citation: string) {
  return provisions.get(citation) ?? hidden.get(citation);
}

/** Whether a result may name what the company has not decided. */
function mentionsCompany({ outcomes, duties }: DecisionFile): boolean {
  return [...outcomes.flatMap(({ title, text }) => [title, text]), ...duties.map(({ text }) => text)].some((text) =>
    /\{\{(?:choice|blank):/.test(text),
  );
}

/** Each citation of a line once, without the part of it that is meant. */
function withoutParts<Definition>(template: Definition): Definition {
  return JSON.parse(JSON.stringify(template), (key, value) => {
    if (key !== 'basis') return value;
    const whole = (value as Basis[]).map((one) => ({ ...one, citation: splitPart(one.citation)[0] }));
    return whole.filter(({ citation }, place) => whole.findIndex((one) => one.citation === citation) === place);
  });
}

/** With all that the company's choices may take away. */
function withHidden<Definition>(template: Definition): Definition {
  return JSON.parse(JSON.stringify(template, (key, value) => (key === 'shown' ? undefined : value)));
}

/** Turns the file's short forms into the definition's. */
class DecisionReader {
  readonly #parsed: DecisionFile;
  readonly #scope: ScopeFile;
  readonly #library: Library;
  readonly #base: string;
  readonly #file: string;
  readonly #faults: Faults;

  constructor({ parsed, scope, file }: DecisionDraft, library: Library, base: string, faults: Faults) {
    this.#parsed = parsed;
    this.#scope = scope.parsed;
    this.#library = library;
    this.#base = base;
    this.#file = file;
    this.#faults = faults;
  }

  read(): DecisionDefinition {
    const { id, version, title, lead, remarks = [], layout, stageNames, contradictions = [], ...parts } = this.#parsed;
    return {
      id,
      version,
      title,
      lead,
      notice: this.#toNotice(),
      remarks,
      layout,
      ...(stageNames && { stageNames }),
      questions: parts.questions.map((question, index) => this.#toQuestion(question, `questions[${index}]`)),
      outcomes: parts.outcomes.map(({ citations, says: _, tell, ...outcome }, index) => ({
        ...outcome,
        ...(tell && { tell: tell.map((one, place) => this.#toTell(one, `outcomes[${index}].tell[${place}]`)) }),
        basis: this.#toBasis(citations, `outcomes[${index}]`),
      })),
      rules: parts.rules.map(({ when, outcome, citations }, index) => ({
        when: toConditions(when),
        outcome,
        basis: this.#toBasis(citations, `rules[${index}]`),
      })),
      duties: parts.duties.map((duty, index) => this.#toDuty(duty, `duties[${index}]`)),
      contradictions: contradictions.map((one, index) => this.#toContradiction(one, `contradictions[${index}]`)),
      ...(mentionsCompany(this.#parsed) && { undecided: this.#toUndecided() }),
      ...(parts.check && { check: this.#toCheck(parts.check) }),
    };
  }

  #toTell({ who, phone, mail }: { who: string; phone?: string; mail?: string }, at: string): Tell {
    const blank = (id: string | undefined, name: string) => {
      if (id === undefined) return '';
      this.#faults.checkKnown(
        'blank',
        id,
        Object.keys(this.#library.wording.blanks),
        this.#at(at + name),
        'choices.yaml',
      );
      return `{{blank:${id}}}`;
    };
    return {
      who: this.#toRole(this.#library.ours[0] ?? '', who, `${at}.who`),
      phone: blank(phone, '.phone'),
      mail: blank(mail, '.mail'),
    };
  }

  #toContradiction(
    { point, positions, text }: NonNullable<DecisionFile['contradictions']>[number],
    at: string,
  ): Contradiction {
    const { handbooks, ours } = this.#library;
    for (const id of Object.keys(positions))
      this.#faults.checkKnown('handbook', id, namedHandbooks(handbooks), this.#at(`${at}.positions`), 'sources/');
    // In the order of the documents, the company's own last.
    const own = (id: string) => Number(ours.includes(id));
    const named = handbooks.filter(({ id }) => Object.hasOwn(positions, id)).toSorted((a, b) => own(a.id) - own(b.id));
    return {
      point,
      positions: named.map(({ id, source }) => ({ source: source.short, text: positions[id] ?? '' })),
      text,
    };
  }

  /** Whom to ask for what the company has not decided. */
  #toUndecided(): string {
    const officer = Object.hasOwn(this.#library.wording.roles, 'securityOfficer');
    return `会社がまだ決めていません。${officer ? '{{role:securityOfficer}}' : '規程の担当者'}に聞いてください。`;
  }

  #toCheck({ profiles, ...check }: NonNullable<DecisionFile['check']>): PasswordCheck {
    return {
      ...check,
      profiles: profiles.map(({ when, byEye = [], citations, ...profile }, index) => ({
        ...profile,
        when: toConditions(when),
        byEye,
        basis: this.#toBasis(citations, `check.profiles[${index}]`),
      })),
    };
  }

  /** Names the restated ones of the documents that the decision rests on: those are not binding. */
  #toNotice(): string {
    const covered = new Set(this.#scope.covers.map(({ unit }) => splitPart(unit)[0]));
    const handbooks = this.#library.handbooks.filter(({ source }) => source.units.some(({ id }) => covered.has(id)));
    return noticeFor(handbooks.map(({ source }) => source));
  }

  #toQuestion(question: DecisionFile['questions'][number], at: string): Question {
    const { id } = question;
    const when = toConditions(question.when);
    if (question.kind === 'setting') return { id, when, help: '', ...this.#toSetting(question.choice, at) };
    const { text, help = '' } = question;
    if (question.kind === 'clients') {
      const { none = 'どの委託元でもない', handbooks } = question;
      return { id, kind: 'several', clients: true, text, help, none, when, options: this.#toClients(handbooks, at) };
    }
    const options = question.options.map((option) => ({ id: option.id, text: option.text, help: option.help ?? '' }));
    const none = question.kind === 'several' && question.none !== undefined ? { none: question.none } : {};
    return { id, kind: question.kind, text, help, ...none, when, options };
  }

  #toClients(ids: readonly string[], at: string): Question['options'] {
    const { handbooks } = this.#library;
    return ids.map((id, index) => {
      const known = handbooks.find((handbook) => handbook.id === id);
      if (known) return { id, text: known.source.publisher, help: known.source.title };
      this.#faults.unknown(
        'handbook',
        id,
        namedHandbooks(handbooks),
        this.#at(`${at}.handbooks[${index}]`),
        'sources/',
      );
      return { id, text: '', help: '' };
    });
  }

  #toSetting(choice: string, at: string): Pick<Question, 'kind' | 'text' | 'options' | 'choice'> {
    const { fillIns, wording } = this.#library;
    const item = fillIns.find(({ path }) => path === `choices.${choice}`);
    if (!item?.options) {
      this.#faults.unknown('choice', choice, Object.keys(wording.choices), this.#at(`${at}.choice`), 'choices.yaml');
      return { kind: 'setting', text: '', options: [], choice };
    }
    const options = Object.entries(item.options).map(([id, text]) => ({ id: toKebab(id), text, help: '' }));
    return { kind: 'setting', text: item.question, options, choice };
  }

  #toDuty({ citations, who = [], record, when, ...duty }: DecisionFile['duties'][number], at: string): Duty {
    const [first = ''] = citations;
    const [handbook = ''] = first.split(':');
    const stranger = citations.find((citation) => !citation.startsWith(`${handbook}:`));
    if (stranger !== undefined) {
      const problem = `二つの文書（${first} と ${stranger}）を引いています。`;
      this.#faults.add(problem, this.#at(`${at}.citations`), 'すること（duty）は、文書ごとに分けて書いてください。');
    }
    return {
      ...duty,
      source: this.#library.handbooks.find(({ id }) => id === handbook)?.source.short ?? '',
      who: who.map((role, index) => this.#toRole(handbook, role, `${at}.who[${index}]`)).join('、'),
      record: record === undefined ? '' : this.#toRecord(handbook, record, `${at}.record`),
      when: this.ofClient(toConditions(when), first),
      basis: this.#toBasis(citations, at),
    };
  }

  /** A client's rule applies only where the work is the client's. */
  ofClient(when: Condition[], citation: string | undefined): Condition[] {
    return ofClient(when, handbookOf(citation ?? ''), this.#parsed, this.#library);
  }

  #toRole(handbook: string, id: string, path: string): string {
    const name = roleName(this.#library, handbook, id);
    if (name === undefined) {
      this.#faults.unknown('role', id, namedRoles(this.#library, handbook), this.#at(path), 'roles.yaml');
    }
    // A client's document has names of its own; the company's are its words.
    const isWord = name !== undefined && fillText(`{{role:${id}}}`, this.#library.wording) === name;
    return isWord && this.#library.ours.includes(handbook) ? `{{role:${id}}}` : (name ?? '');
  }

  #toRecord(handbook: string, id: string, path: string): string {
    const records = this.#library.records[handbook] ?? {};
    const record = Object.hasOwn(records, id) ? records[id] : undefined;
    if (!record) {
      this.#faults.unknown('record', id, namedRecords(this.#library, handbook), this.#at(path), 'records.yaml');
    }
    return this.#library.recordNames.get(`${handbook}:${id}`) ?? record?.name ?? '';
  }

  #toBasis(citations: readonly string[] = [], at: string): Basis[] {
    return citations.flatMap((cited, index) => {
      const place = this.#at(`${at}.citations[${index}]`);
      const [whole] = splitPart(cited);
      return toBasis(whole, this.#library, this.#base, place, this.#faults).map((one) => ({ ...one, citation: cited }));
    });
  }

  #at(path: string): Place {
    return { file: this.#file, path };
  }
}
