import { toNumber } from '../../core/text/kanji-number.ts';
import type { Diagnostic } from '../model/block.ts';
import type { InferredFields } from '../model/fields.ts';
import type { Place } from './places.ts';
import { type Atlas, citedPlace, toAtlas } from './reference-atlas.ts';

type Reference = NonNullable<InferredFields['references']>[number];

const number = '[0-9０-９一二三四五六七八九十百〇]+';

/** The words of a reference; what stands in brackets at the front of each line is an example. */
const forms = {
  // 第12条の2第3項第4号ア, 第3項, 第2号
  numbered: `第(?<article>${number})条(?:の(?<branch>${number}))?(?:第(?<paragraph>${number})項)?(?:第(?<item>${number})号)?|第(?<onlyParagraph>${number})項(?:第(?<itemThere>${number})号)?|第(?<onlyItem>${number})号`,
  // 前条第2号, 前2項, 次項, 同条第1項, 前各号
  relative: `(?<way>前|次|同|本)(?<many>各|${number})?(?<rank>条|項|号|章|節)(?:第(?<theirParagraph>${number})項)?(?:第(?<theirItem>${number})号)?`,
  // 別表1, 別表第二, 別紙4, 別添1, 様式第1号
  annex: `(?<annex>別表|別紙|別添|別記|様式|別記様式)(?:第)?(?<annexNumber>${number})?(?:号)?`,
  // 「2.1 利用目的の特定」, 3.1 に定める, 5.2.1の
  heading: `(?<!${number.slice(0, -1)}|[.．])(?<heading>[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})+)(?![0-9０-９.．]|以上|以下|版|GHz|倍|%|％)`,
  // (3)にて, ①の, イの場合
  sibling: `(?<mark>[(（][0-9０-９]{1,2}[)）]|[①-⑳])(?=に|の|から|及|又|、|で|と)|(?<![ァ-ヺー])(?<kana>[アイウエオカキクケコ])(?=の場合|に掲げ|に定め|から)`,
};

/** Forms that another document's name may stand before: 法律第57号. */
const numberGroups = ['article', 'heading', 'onlyParagraph', 'onlyItem'] as const;

const pattern = new RegExp(Object.values(forms).join('|'), 'gu');

/** Another document's clause is none of ours: 個人情報保護法第26条第1項, 契約書第3条. */
const elsewhere =
  /(?:法律|法|政令|省令|令|規則|条例|規程|規定|規約|告示|通知|通達|要綱|要領|約款|契約|契約書|協定|基準|ガイドライン|憲章)(?:[（(][^（()）]*[）)])?[「」』\s]*$/u;

/** This document's own name before a number means itself: この規程第3条, 本契約第5条. */
const itself = /(?:この|本)(?:規程|規則|規定|要領|要綱|基準|特記事項|契約|協定|手順)$/u;

/** References to places of the same document, by anchor of the place that makes them, and those that lead nowhere. */
export function inferReferences(places: readonly Place[]): {
  references: Map<string, Reference[]>;
  diagnostics: Diagnostic[];
} {
  const atlas = toAtlas(places);
  const references = new Map<string, Reference[]>();
  const diagnostics: Diagnostic[] = [];
  for (const place of places) {
    if (place.isHeading) continue;
    const found: Reference[] = [];
    for (const [line, { text, spot }] of place.node.body.entries()) {
      let isForeign = false;
      let last: Place | undefined;
      for (const match of text.matchAll(pattern)) {
        const before = text.slice(0, match.index);
        const groups = match.groups ?? {};
        const isNumber = numberGroups.some((name) => groups[name] !== undefined);
        if (isNumber) isForeign = elsewhere.test(before) && !itself.test(before);
        // 同条 and 同項 go with whatever was named last.
        if (isForeign && (isNumber || groups['way'] === '同')) continue;
        const target = resolve(groups, place, atlas, last);
        if (target === 'none') continue;
        if (!target) {
          const message = `「${match[0]}」が指す所が見つかりません。番号が合っているか、確かめてください。`;
          diagnostics.push({ kind: 'reference', message, spot });
          continue;
        }
        last = target;
        const rule = citedPlace(target);
        if (rule !== place)
          found.push({ from: match.index, to: match.index + match[0].length, line, anchor: rule.node.anchor });
      }
    }
    if (found.length > 0) references.set(place.node.anchor, found);
  }
  return { references, diagnostics };
}

/** The place that is meant; `none` for words that are no reference here. */
function resolve(
  groups: Readonly<Record<string, string | undefined>>,
  place: Place,
  atlas: Atlas,
  last: Place | undefined,
): Place | 'none' | undefined {
  const read = (name: string) => (groups[name] === undefined ? undefined : toNumber(groups[name]));
  if (groups['article'] !== undefined) {
    const article = atlas.article([
      read('article') ?? -1,
      ...(groups['branch'] === undefined ? [] : [read('branch') ?? -1]),
    ]);
    return article && atlas.inside(article, read('paragraph'), read('item'));
  }
  if (groups['onlyParagraph'] !== undefined || groups['onlyItem'] !== undefined) {
    const article = last ? atlas.articleOf(last) : atlas.articleOf(place);
    // 取締役会規程 has no articles: 第3項 of what?
    if (!article) return 'none';
    if (groups['onlyItem'] !== undefined) return atlas.item(last ?? place, read('onlyItem') ?? -1);
    return atlas.inside(article, read('onlyParagraph'), read('itemThere'));
  }
  if (groups['rank'] !== undefined) {
    const { way = '', many, rank } = groups;
    if (way === '本' || (way === '同' && !last)) return 'none';
    const step = many === '各' ? 'all' : (toNumber(many ?? '1') ?? 1);
    const start =
      way === '同' ? last && atlas.ranked(last, rank) : atlas.beside(place, rank, way === '前' ? -1 : 1, step);
    if (!start) return way === '同' ? 'none' : undefined;
    const [paragraph, item] = [read('theirParagraph'), read('theirItem')];
    return paragraph === undefined && item === undefined ? start : atlas.inside(start, paragraph, item);
  }
  if (groups['annex'] !== undefined) return atlas.annex(groups['annex'], read('annexNumber')) ?? 'none';
  if (groups['heading'] !== undefined) return atlas.heading(place, groups['heading'].normalize('NFKC')) ?? 'none';
  const mark = groups['mark'] ?? groups['kana'];
  return mark === undefined ? 'none' : (atlas.marked(place, mark) ?? 'none');
}
