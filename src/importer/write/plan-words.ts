import { listLost } from '../again/read-pages.ts';
import type { Diagnostic, Line } from '../model/block.ts';
import type { InferredFields } from '../model/fields.ts';
import { toOneLine } from './escape.ts';
import { type FillInPlan, planFillIns } from './fill-ins.ts';
import { lettersOf } from './letters.ts';
import type { Place, ProvisionPart } from './outline.ts';
import { type PlacePlan, placesOf } from './plan-places.ts';
import type { Folder } from './read-folder.ts';
import type { Span } from './spans.ts';

/** What stands in the words of the provisions besides letters. */
export interface WordPlan {
  spansOf(line: Line, part: ProvisionPart): Span[];
  /** Anchors that a place refers to, in order. */
  targetsOf(place: Place): string[];
  /** Whether the words of a provision, and what they refer to, are those of the last edition. */
  isAsBefore(part: ProvisionPart): boolean;
  fillIns: FillInPlan | undefined;
  diagnostics: Diagnostic[];
}

/** @param short name of the document where the company may decide words of it; undefined where it may not */
export function planWords(
  id: string,
  short: string | undefined,
  places: PlacePlan,
  fields: ReadonlyMap<string, InferredFields>,
  folder: Folder,
): WordPlan {
  const { anchorOf, isPlace, lastOf, provisions } = places;
  /** Rows and listed bullets are cited by the provision they stand in. */
  const holders = new Map(
    provisions.flatMap((part) => placesOf(part).map(({ anchor }) => [anchor, part.place.anchor] as const)),
  );
  const targetOf = (anchor: string) => anchorOf(holders.get(anchor) ?? anchor);
  const referencesOf = ({ node }: Place) =>
    (fields.get(node.anchor)?.references ?? []).filter(({ anchor }) => isPlace(anchor));
  const targetsOf = (place: Place) =>
    place.isHeading ? [] : referencesOf(place).map(({ anchor }) => targetOf(anchor));
  const isSame = (place: Place) => lastOf(place)?.text === place.words;
  const isAsBefore = (part: ProvisionPart) =>
    placesOf(part).every(
      (place) => isSame(place) && String(lastOf(place)?.references ?? []) === String(targetsOf(place)),
    );
  const fillIns =
    short === undefined
      ? undefined
      : planFillIns(provisions, {
          short,
          idOf: (anchor, n) => idOf(id, anchorOf(anchor), n),
          keptIn: (part) => (isAsBefore(part) ? listFillIns(folder, anchorOf(part.place.anchor)) : []),
        });
  const diagnostics: Diagnostic[] = (fillIns?.unsure ?? []).map(({ line, text }) => ({
    kind: 'fill-in',
    message: `色の付いた「${toOneLine(text)}」は、空欄か選択かが決められないので、そのままの言葉で載せました。`,
    spot: line.spot,
  }));
  for (const part of provisions) {
    const kept = folder.pages.provisions.get(anchorOf(part.place.anchor));
    if (!kept || kept.letters === lettersOf(part) || !isChangedByHand(part, kept, lastOf)) continue;
    diagnostics.push({
      kind: 'hand-changed',
      message: `「${part.place.label}」（${anchorOf(part.place.anchor)}）の本文は、頁で書き換えられていました。文書の言葉に戻しました。直すときは、もとの文書を直してください。`,
      spot: part.place.node.spot,
    });
  }
  const sections = places.all.filter(({ isHeading }) => isHeading);
  const written = new Set([...sections, ...provisions.map(({ place }) => place)].map(({ anchor }) => anchorOf(anchor)));
  for (const anchor of listLost(folder.pages, written)) {
    const message = `「${anchor}」が頁からなくなったので、そこに書き足されていたもの（編集注など）も消えました。要るなら、もとの頁から写してください。`;
    diagnostics.push({ kind: 'note-lost', message, spot: {} });
  }
  return {
    spansOf: (line, part) => {
      const place = part.bullets.find((bullet) => bullet.line === line)?.place ?? part.place;
      const at = place.node.body.indexOf(line);
      const refs = referencesOf(place)
        .filter(
          ({ line: index, anchor }) => at !== -1 && index === at && targetOf(anchor) !== anchorOf(part.place.anchor),
        )
        .map(({ from, to, anchor }) => ({ from, to, tag: `Ref to="${id}:${targetOf(anchor)}"` }));
      return [...(fillIns?.spans.get(line) ?? []), ...refs];
    },
    targetsOf,
    isAsBefore,
    fillIns,
    diagnostics,
  };
}

/** Whether the page's text is neither that of the last edition. Marks and signs aside, which a page may lay out otherwise. */
function isChangedByHand(
  part: ProvisionPart,
  kept: { letters: string; attributes: Readonly<Record<string, unknown>> },
  lastOf: PlacePlan['lastOf'],
): boolean {
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const old = placesOf(part)
    .map((place) => lastOf(place)?.text ?? '')
    .join('');
  const { caption } = kept.attributes;
  return words((typeof caption === 'string' ? caption : '') + kept.letters) !== words(old);
}

/** Ids of the blanks and choices that a provision names in its page, in order. */
function listFillIns({ pages }: Folder, anchor: string): string[] {
  const { inner = '' } = pages.provisions.get(anchor) ?? {};
  return [...inner.matchAll(/<(?:Blank|Choice) id="(\w+)"/g)].flatMap(([, one]) => one ?? []);
}

/** `rules` and `a16-i2`, its second → `rulesA16xI2n2`. */
function idOf(handbook: string, anchor: string, n: number): string {
  const camel = anchor.split(/[^A-Za-z0-9]+/).map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return `${handbook}${camel.join('x')}n${n}`;
}
