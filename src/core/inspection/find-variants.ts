import type { Finding, FindingPlace } from './finding.ts';
import type { InspectedHandbook } from './input.ts';
import type { TermVariants } from './rules.ts';
import type { Inspected } from './shown.ts';

type Variant = TermVariants['variants'][number];

/** How often a handbook uses each word, and where first. */
type Uses = Map<string, { count: number; first: FindingPlace }>;

const latin = /[A-Za-z]/;

/** Words of one meaning under several names: within a document, and between documents. */
export function findVariants(inspected: Inspected): Finding[] {
  return inspected.rules.variants.flatMap((variant) => {
    const uses = inspected.handbooks
      .map((handbook) => ({ handbook, uses: countUses(handbook, variant, inspected) }))
      .filter(({ uses }) => uses.size > 0);
    const inside = uses
      .filter(({ uses }) => uses.size > 1)
      .map((use) => findingWithin(use.handbook, variant, use.uses));
    const main = new Set(uses.map(({ uses }) => mainWord(uses)));
    return main.size > 1 && !variant.onlyWithin ? [...inside, findingBetween(uses, variant)] : inside;
  });
}

function countUses(handbook: InspectedHandbook, { words, except = [] }: Variant, { shown }: Inspected): Uses {
  const uses: Uses = new Map();
  // The longest first, so that 代表取締役社長 is no 代表取締役.
  const longest = [...words, ...except].sort((a, b) => b.length - a.length);
  for (const { passage, text, place } of shown) {
    if (passage.handbook !== handbook.id) continue;
    for (let at = 0; at < text.length; ) {
      const word = longest.find((candidate) => isAt(text, at, candidate));
      if (word && words.includes(word)) {
        const use = uses.get(word);
        if (use) use.count++;
        else uses.set(word, { count: 1, first: place });
      }
      at += word?.length ?? 1;
    }
  }
  return uses;
}

/** Whether the word stands there; PC in JPCERT is no word. */
function isAt(text: string, at: number, word: string): boolean {
  if (!text.startsWith(word, at)) return false;
  const [first = '', last = ''] = [word.at(0), word.at(-1)];
  const [before = '', after = ''] = [text.charAt(at - 1), text.charAt(at + word.length)];
  return !(latin.test(first) && latin.test(before)) && !(latin.test(last) && latin.test(after));
}

function mainWord(uses: Uses): string {
  return [...uses].reduce((best, next) => (next[1].count > best[1].count ? next : best))[0];
}

function findingWithin({ id, short, isOwn }: InspectedHandbook, variant: Variant, uses: Uses): Finding {
  const main = mainWord(uses);
  const rare = [...uses].filter(([word]) => word !== main);
  return {
    kind: 'variant',
    key: `variant:within:${id}:${variant.words[0]}`,
    certainty: variant.certainty,
    places: rare.map(([, { first }]) => first),
    found: `${short}の中で、${nameKind(variant)}分かれている: ${list(uses)}。`,
    advice: join(
      isOwn ? 'どれか一つにそろえる。' : '委託元の文書なので直せない。違う意味かもしれないときは、委託元に確かめる。',
      variant.note,
    ),
  };
}

function findingBetween(uses: { handbook: InspectedHandbook; uses: Uses }[], variant: Variant): Finding {
  const main = new Map(uses.map(({ uses: words }) => [mainWord(words), [...words][0]?.[1].first]));
  return {
    kind: 'variant',
    key: `variant:between:${variant.words[0]}`,
    certainty: variant.certainty,
    places: [...main.values()].filter((place) => place !== undefined),
    found: `文書の間で、${nameKind(variant)}分かれている: ${uses.map(({ handbook, uses: words }) => `${handbook.short}は${list(words)}`).join('、')}。`,
    advice: join(
      uses.every(({ handbook }) => handbook.isOwn)
        ? 'どれか一つにそろえる。'
        : '委託元の文書の語は、そのまま読む。自社の書類では、一つに決める。',
      variant.note,
    ),
  };
}

function nameKind({ kind }: Variant): string {
  return kind === 'spelling' ? '同じ語の書き方が' : '同じものを指すとみられる語が';
}

function list(uses: Uses): string {
  return [...uses].map(([word, { count }]) => `「${word}」（${count}）`).join('');
}

function join(advice: string, note: string | undefined): string {
  return note ? `${advice}${note}` : advice;
}
