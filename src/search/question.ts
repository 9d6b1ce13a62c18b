import { termsOfBareNumber } from './clause.ts';
import { fold } from './fold.ts';
import { type Correction, readLoan } from './loans.ts';
import { placesBeside, placesOf, spellOutNumbers } from './sloppy-number.ts';
import { type Run, toRuns } from './tokens.ts';
import { type Alternative, hasSynonym, termsIn, type Unit, type Vocabulary, wordUnit } from './units.ts';

/** What the name of a client says beside other words: in its document it stands everywhere. */
const nameWeight = 0.3;
/** What a place counts that is not the one that was named, but near. */
const besideWeight = 0.9;
/** What one kanji before an ending says beside longer words: 出 of 出すとき, 入 of 入れたい. */
const stemWeight = 0.3;

export interface Question {
  units: Unit[];
  /** 「もしかして」; in an answer the wrong word as it was typed, the right one as the texts print it. */
  corrections: Correction[];
  /** Words, folded, that stand nowhere as a whole and of which only a part could be looked for. */
  cut: string[];
  /** Ids of the handbooks whose client it names: these lead. */
  named: string[];
  /** What has to stand together in what is found, as it was typed: "…" and 「…」. */
  phrases: string[];
  /** What must not stand in it: -語. */
  excluded: string[];
}

/** The lists of an index as questions are read with them. */
export function toVocabulary({ loans, kanaWords, synonyms, clients }: Vocabulary): Vocabulary {
  return { loans: loans.map((loan) => fold(loan).text), kanaWords, synonyms, clients };
}

/** Longest question that is read; the rest says nothing more. */
export const longestQuestion = 200;
/** Units that are looked for; each costs several lookups. */
const mostUnits = 12;

/** Words of the question itself: what is asked for, not what it is about. */
const questionWords = new Set(
  '誰 何 何時 何処 時 際 人 者 物 事 所 場合 必要 方法 方 手順 内容 教 知 言 思 使 行 良 可能 意味 違 対 関 全 等 決 受 与 得 出来 問題 例 書'.split(
    ' ',
  ),
);

/** 「…とは」 asks for a definition. */
const asksMeaning = /(?:とは|って何|の意味|の定義)[^\p{L}\p{N}]*$/u;
const meaning: Unit = {
  text: '定義',
  kind: 'word',
  weight: 0.5,
  alternatives: ['定義', '用語'].map((text) => ({
    text,
    terms: toRuns(text, []).flatMap((run) => run.terms),
    weight: 1,
  })),
};

/** Leaves out what holds a likelier alternative whole: who finds メール finds 電子メール as well. */
function withoutRepeated(alternatives: readonly Alternative[]): Alternative[] {
  return alternatives.filter(
    (one, index) =>
      !alternatives.some((other, at) => {
        const [longer, shorter] = [one.terms.join(' '), other.terms.join(' ')];
        return at < index && other.weight >= one.weight && ` ${longer} `.includes(` ${shorter} `);
      }),
  );
}

/** 何年, 何文字: asked for, and no beginning of the word that follows (何年残す, 何文字以上). */
const howMany = /何(?:か月|時間|文字|[年月日時分秒回件人名個枚台本桁字度歳割階章条項号番])[目間]?/gu;

/** A question as what to look for. Never fails, whatever was typed. */
export function toQuestion(asked: string, vocabulary: Vocabulary): Question {
  const said = spellOutNumbers(asked.slice(0, longestQuestion).normalize('NFKC'));
  const bare = said.replace(howMany, ' ');
  const read = toRuns(/[\p{L}\p{N}]/u.test(bare) ? bare : said, vocabulary.kanaWords);
  const { runs, named } = takeNames(
    read.filter((run) => !isGrammar(run, vocabulary)),
    vocabulary,
  );
  const units: Unit[] = [];
  const corrections: Correction[] = [];
  for (let at = 0; at < runs.length && units.length < mostUnits; ) {
    const { unit, count, correction } = readUnit(runs, at, vocabulary);
    if (unit) units.push({ ...unit, alternatives: withoutRepeated(unit.alternatives) });
    if (correction) corrections.push(correction);
    at += count;
  }
  for (const id of named) {
    const text = vocabulary.clients[id] ?? '';
    if (units.every((unit) => !text.startsWith(unit.text)))
      units.push({ ...wordUnit(text, termsIn(text), vocabulary), weight: nameWeight });
  }
  if (units.length > 0 && asksMeaning.test(asked.trim())) units.push({ ...meaning });
  const left = lightenStems(withoutRepeats(withoutQuestionWords(units)), vocabulary);
  return { units: left, corrections, cut: [], named, phrases: [], excluded: [] };
}

/**
 * The clients that a question names, by their name or the beginning of it (練馬), and what else it says: within the
 * document of a client its name says nothing. A question that says nothing else keeps it.
 */
function takeNames(runs: readonly Run[], { clients, kanaWords }: Vocabulary): { runs: Run[]; named: string[] } {
  const named = new Set<string>();
  const left = runs.flatMap((run): Run[] => {
    if (run.kind !== 'word') return [run];
    for (const [id, name] of Object.entries(clients)) {
      const length = sharedStart(run.text, name);
      // 練馬 and 練馬区 name it, 区 alone where that is the whole name; 練 is the beginning of other words.
      if (length < Math.min(2, name.length) || (length < name.length && length < run.text.length)) continue;
      named.add(id);
      return toRuns(run.text.slice(length), kanaWords);
    }
    return [run];
  });
  return { runs: left.length > 0 ? left : [...runs], named: [...named] };
}

/** How many letters two words begin with alike. */
function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** One kanji that no list knows is the stem of some verb: beside a longer word it says little. */
function lightenStems(units: readonly Unit[], vocabulary: Vocabulary): Unit[] {
  const isStem = ({ text, kind }: Unit) =>
    kind === 'word' && /^\p{Script=Han}$/u.test(text) && !hasSynonym(text, vocabulary);
  if (units.every(isStem)) return [...units];
  return units.map((unit) => (isStem(unit) ? { ...unit, weight: unit.weight * stemWeight } : unit));
}

interface Reading {
  unit?: Unit | undefined;
  /** Runs it takes up. */
  count: number;
  correction?: Correction | undefined;
}

function readUnit(runs: readonly Run[], at: number, vocabulary: Vocabulary): Reading {
  const run = runs[at];
  if (!run) return { count: 1 };
  if (run.kind === 'clause') return readClause(runs, at);
  for (const count of [3, 2]) {
    const several = runs.slice(at, at + count);
    const key = several.map(({ text }) => text).join('');
    if (several.length === count && several.every(({ kind }) => kind !== 'clause') && hasSynonym(key, vocabulary)) {
      return {
        unit: wordUnit(
          key,
          several.flatMap(({ terms }) => terms),
          vocabulary,
        ),
        count,
      };
    }
  }
  if (run.kind === 'kana') {
    return hasSynonym(run.text, vocabulary)
      ? { unit: wordUnit(run.text, [], vocabulary), count: 1 }
      : { ...readLoan(asKatakana(run), vocabulary), count: 1 };
  }
  if (run.kind === 'loan') return { ...readLoan(run, vocabulary), count: 1 };
  const unit = wordUnit(run.text, run.terms, vocabulary);
  if (/^\d{1,3}$/.test(run.text)) {
    for (const term of termsOfBareNumber(run.text))
      unit.alternatives.push({ text: run.text, terms: [term], weight: 0.7 });
  }
  return { unit, count: 1 };
}

/** 第16条第2号 is one place: all its numbers together. */
function readClause(runs: readonly Run[], at: number): Reading {
  const parts = runs.slice(at);
  const end = parts.findIndex(({ kind }) => kind !== 'clause');
  const clause = end < 0 ? parts : parts.slice(0, end);
  const text = clause.map((run) => run.text).join('');
  const terms = clause.flatMap((run) => run.terms);
  const [first = ''] = terms;
  const others = placesOf(first).map((place) => [...place, ...terms.slice(1)]);
  const beside = placesBeside(first).slice(terms.length === 1 ? 0 : -1);
  return {
    unit: {
      text,
      kind: 'clause',
      alternatives: [
        ...[terms, ...others].map((one) => ({ text, terms: one, weight: 1 })),
        ...beside.map((one) => ({ text, terms: one, weight: besideWeight })),
      ],
      weight: 1,
    },
    count: clause.length,
  };
}

/** Hiragana that is neither the reading of a word (さいいたく) nor one of the list nor a loan word (ぱすわーど). */
function isGrammar(run: Run, vocabulary: Vocabulary): boolean {
  if (run.kind !== 'kana' || hasSynonym(run.text, vocabulary)) return false;
  const { text } = asKatakana(run);
  return text.length < 3 || !vocabulary.loans.some((loan) => loan.includes(text));
}

function asKatakana({ text }: Run): Run {
  const katakana = [...text].map((kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 96)).join('');
  return toRuns(katakana, [])[0] ?? { kind: 'loan', text: '', terms: [], spans: [] };
}

/** 誰, 必要 and their like are looked for only where nothing else was said. */
function withoutQuestionWords(units: readonly Unit[]): Unit[] {
  const said = units.filter(({ text }) => !questionWords.has(text));
  return said.length > 0 ? said : [...units];
}

function withoutRepeats(units: readonly Unit[]): Unit[] {
  return units.filter((unit, index) => units.findIndex(({ text }) => text === unit.text) === index);
}
