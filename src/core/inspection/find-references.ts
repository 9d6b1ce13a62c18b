import { fillLines, isShown } from '../tailoring/wording.ts';
import { findMissingArticles } from './articles.ts';
import type { Finding } from './finding.ts';
import { parseNumbered, quotedHeadings } from './headings.ts';
import type { Inspected, ShownPassage } from './shown.ts';

/** References that lead nowhere: as editors recorded them, and as headings, articles and choices show. */
export function findReferences(inspected: Inspected): Finding[] {
  const findHeadings = headingFinder(inspected);
  const findHidden = hiddenFinder(inspected);
  const articles = new Map(inspected.handbooks.map((handbook) => [handbook.id, handbook.articles]));
  const own = new Set(inspected.handbooks.filter(({ isOwn }) => isOwn).map(({ id }) => id));
  return inspected.shown.flatMap((shown) => {
    const noted = findNoted(shown, inspected);
    // What an editor has looked into needs no second word from a rule.
    const byRule = noted.length > 0 ? [] : [...findHeadings(shown), ...findArticles(shown, articles)];
    const advice = own.has(shown.passage.handbook)
      ? '正しい行き先を決めて、番号と題を改める。'
      : '何を指すかを委託元に確かめ、答えを控えておく。';
    return [...noted, ...byRule, ...findHidden(shown)].map((found) => ({ advice, ...found }));
  });
}

/** A finding whose advice is what such findings have in common, unless it gives its own. */
type Found = Omit<Finding, 'advice'> & { advice?: string };

function finding({ place }: ShownPassage, key: string, parts: Pick<Finding, 'certainty' | 'found'>): Found {
  return { kind: 'reference', key: `reference:${place.url}:${key}`, places: [place], ...parts };
}

function findNoted(shown: ShownPassage, { wording }: Inspected): Found[] {
  return (shown.passage.notes ?? []).flatMap(({ about, certainty, text }, index) =>
    about === 'reference'
      ? finding(shown, `note:${index}`, { certainty, found: `編集注: ${fillLines(text, wording)}` })
      : [],
  );
}

/** `「6.1 標準ソフトウェア」` names a heading by number and title: both must stand together somewhere in the document. */
function headingFinder({ shown }: Inspected): (passage: ShownPassage) => Found[] {
  const headings = shown
    .filter(({ passage }) => passage.isHeading)
    .flatMap(({ text, passage }) => {
      const numbered = parseNumbered(text);
      return numbered ? [{ ...numbered, handbook: passage.handbook }] : [];
    });
  return (from) =>
    quotedHeadings(from.text).flatMap(({ quote, number, title }) => {
      const own = headings.filter(({ handbook }) => handbook === from.passage.handbook);
      const sameTitle = own.filter((heading) => heading.title === title);
      if (own.length === 0 || sameTitle.some((heading) => heading.number === number)) return [];
      const numbers = [...new Set(sameTitle.map((heading) => heading.number))].join('、');
      const hint = numbers ? `同じ題の見出しの番号は ${numbers} である。` : '同じ題の見出しもない。';
      // Without such a title the quotation may be none of a heading: 「3.5 インチの媒体」.
      const certainty = numbers ? '確実' : '推定';
      return finding(from, quote, { certainty, found: `「${quote}」という見出しがない。${hint}` });
    });
}

function findArticles(shown: ShownPassage, articles: ReadonlyMap<string, string[]>): Found[] {
  const missing = findMissingArticles(shown.text, articles.get(shown.passage.handbook) ?? []);
  return missing.map((article) =>
    finding(shown, article, { certainty: '要確認', found: `「${article}」が、この文書にない。` }),
  );
}

/** A choice of the company takes a passage off the pages that another still refers to. */
function hiddenFinder({ passages, shown, wording }: Inspected): (passage: ShownPassage) => Found[] {
  const visible = new Set(shown.map(({ passage }) => passage.id));
  const hidden = new Map(passages.filter(({ id }) => id && !visible.has(id)).map(({ id, label }) => [id, label]));
  return (from) => {
    const refs = (from.passage.refs ?? []).filter(
      ({ to, conditions }) => hidden.has(to) && isShown(wording, conditions),
    );
    return [...new Set(refs.map(({ to }) => to))].map((to) => ({
      ...finding(from, to, {
        certainty: '確実',
        found: `${hidden.get(to)}を引いているが、選んだ値では頁から消える。`,
      }),
      advice: '引いている文を消すか、選び方を見直す。',
    }));
  };
}
