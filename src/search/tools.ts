import type { ListedTool, ToolFile, ToolKind } from './index-file.ts';
import type { Question } from './question.ts';
import type { Unit } from './units.ts';

export interface FoundTool {
  tool: ListedTool;
  /** With the fragment that answers what the question says already. */
  url: string;
  score: number;
}

const mostTools = 3;
/** Less is chance: one word that a third of the tools have. */
const leastScore = 1.9;
/** Against the best one. */
const leastShare = 0.5;
/** Share of a question that a page has to answer: it is no tool, and stands there when it is what is asked for. */
const leastAsked = 0.8;
/** Tools that may have a word of an accident and leave it that. */
const mostSharing = 3;
/** Words of a saying that tell of an accident, unless it has fewer: 紛失 alone does, 電車 of 電車に忘れた does not. */
const leastMet = 2;
/** What else stands in such a saying counts for little: 画面 of 画面に警告が出た. */
const unmetShare = 0.7;
/** What a word counts that holds the other, or is held by it: USBメモリ and USB. */
const partShare = 0.7;
/** A tool concludes or asks, a paper is filled in once one knows. */
const kindWeights: Readonly<Record<ToolKind, number>> = {
  decision: 1.3,
  checklist: 1.1,
  register: 1,
  form: 1,
  page: 0.8,
};
/** Papers of a client whom the question names, of one whom it does not, and of another one. */
const handbookWeights = { named: 1.5, unnamed: 0.75, other: 0.2 };

/** What people say of a tool, as it is weighed. */
interface Saying {
  words: readonly string[];
  /** Of its words together. */
  rarity: number;
  hash: string;
}

/** The tools as questions are held against them, and how rare each of their words is. */
export interface ToolIndex {
  tools: readonly { tool: ListedTool; sayings: readonly Saying[] }[];
  rarity: ReadonlyMap<string, number>;
}

/** Made once for the tools of a site. */
export function readTools(file: ToolFile): ToolIndex {
  const said = file.map((tool) => ({
    tool,
    sayings: tool.asks.map(([words, hash = '']) => ({ words: words.split(' '), hash })),
  }));
  const rarity = rarityOf(said.map(({ sayings }) => sayings.flatMap(({ words }) => words)));
  const toSaying = ({ words, hash }: Omit<Saying, 'rarity'>): Saying => ({
    words,
    hash,
    rarity: words.reduce((sum, word) => sum + (rarity.get(word) ?? 0), 0),
  });
  return { tools: said.map(({ tool, sayings }) => ({ tool, sayings: sayings.map(toSaying) })), rarity };
}

/** The tools that answer a question, the best first, and one for the bad day before all others. */
export function findTools(question: Question, { tools, rarity }: ToolIndex): FoundTool[] {
  const found = tools.flatMap(({ tool, sayings }): (FoundTool & { isAccident: boolean })[] => {
    const weighed = sayings.map((saying) => ({ hash: saying.hash, ...weigh(question.units, saying, rarity) }));
    const happened = tool.isUrgent ? weighed.filter((one) => one.isMet && one.rarest >= ownWord(tools.length)) : [];
    const isAccident = happened.length > 0;
    const [best] = (isAccident ? happened : weighed).sort((a, b) => b.score - a.score || b.hash.length - a.hash.length);
    if (!best || (tool.kind === 'page' && best.asked < leastAsked)) return [];
    const share = tool.isUrgent && !best.isMet ? unmetShare : 1;
    const score = best.score * share * kindWeights[tool.kind] * weightOfHandbook(tool.handbook, question.named);
    return score < leastScore && !isAccident ? [] : [{ tool, url: tool.path + best.hash, score, isAccident }];
  });
  const isUrgent = (one: FoundTool) => Number(one.tool.isUrgent === true);
  // データを消したい is as near to データが消えた as to データを消す: what is no accident goes to the other tool.
  found.sort((a, b) => Number(b.isAccident) - Number(a.isAccident) || b.score - a.score || isUrgent(a) - isUrgent(b));
  const top = Math.max(0, ...found.map(({ score }) => score));
  return found
    .filter(({ score, isAccident }) => isAccident || score >= top * leastShare)
    .slice(0, mostTools)
    .map(({ tool, url, score }) => ({ tool, url, score }));
}

/** From how rare on a word belongs to a tool and few others: なくした, not パソコン, of which half of the tools speak. */
function ownWord(count: number): number {
  return Math.log(1 + count / (mostSharing + 0.5));
}

/** How well what people say of a tool fits a question. */
function weigh(units: readonly Unit[], { words, rarity: all }: Saying, rarity: ToolIndex['rarity']) {
  let said = 0;
  let rarest = 0;
  const answered = new Set<string>();
  const met = new Set<string>();
  for (const unit of units) {
    const match = bestMatch(unit, words, rarity);
    if (!match) continue;
    said += match.points;
    if (!match.isPart) {
      met.add(match.word);
      rarest = Math.max(rarest, (rarity.get(match.word) ?? 0) / lengthOf(match.word));
    }
    answered.add(unit.text);
  }
  const whole = all > 0 ? Math.min(1, said / all) : 0;
  const weights = units.reduce((sum, { weight }) => sum + weight, 0);
  const own = units.reduce((sum, { text, weight }) => sum + (answered.has(text) ? weight : 0), 0);
  const asked = weights > 0 ? own / weights : 0;
  // FAX alone is not FAX の番号を間違えた: what happened is what a saying ends in, and something that it happened to.
  const isMet = met.has(words.at(-1) ?? '') && met.size >= Math.min(leastMet, words.length);
  // A saying that is met as a whole, and a question that is answered as a whole, say more than one word of many.
  return { score: said * (0.4 + 0.6 * whole) * (0.4 + 0.6 * asked), rarest, asked, isMet };
}

function bestMatch(
  { text, weight, alternatives }: Unit,
  words: readonly string[],
  rarity: ReadonlyMap<string, number>,
) {
  let best: { points: number; word: string; isPart: boolean } | undefined;
  const offer = (word: string, share: number) => {
    const points = (rarity.get(word) ?? 0) * share * Math.max(weight, 0.6);
    if (points > (best?.points ?? 0)) best = { points, word, isPart: share === partShare };
  };
  for (const word of words) {
    if (word === text) offer(word, 1);
    else if (alternatives.some((one) => one.text === word)) offer(word, 0.85);
    else if (word.length > 1 && text.length > 1 && (text.includes(word) || word.includes(text))) offer(word, partShare);
  }
  return best;
}

function weightOfHandbook(handbook: string, named: readonly string[]): number {
  if (handbook === '') return 1;
  if (named.includes(handbook)) return handbookWeights.named;
  return named.length > 0 ? handbookWeights.other : handbookWeights.unnamed;
}

function rarityOf(words: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const own of words) for (const word of new Set(own)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map(
    [...counts].map(([word, count]) => [word, Math.log(1 + words.length / (count + 0.5)) * lengthOf(word)]),
  );
}

/** One kanji of a verb is less of a word than two. */
function lengthOf(word: string): number {
  return /^\p{Script=Han}$/u.test(word) ? 0.75 : 1;
}
