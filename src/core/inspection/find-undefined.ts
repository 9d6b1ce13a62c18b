import { fillLines, fillText } from '../tailoring/wording.ts';
import type { Finding } from './finding.ts';
import type { InspectedHandbook } from './input.ts';
import { type Inspected, roleNames, type ShownPassage } from './shown.ts';

/** A word that names an office, e.g. 情報取扱管理者. */
const office = /[\p{Script=Han}\p{Script=Katakana}ー]{2,}(?:責任者|管理者|担当者)/gu;
const placesAtMost = 3;

/** Roles and words that a document uses and does not define. */
export function findUndefined(inspected: Inspected): Finding[] {
  return inspected.handbooks.flatMap((handbook) => {
    const passages = inspected.shown.filter(({ passage }) => passage.handbook === handbook.id);
    return [
      ...findNotedWords(handbook, passages, inspected),
      ...findRoles(handbook, passages, inspected),
      ...findOffices(handbook, passages, inspected),
    ];
  });
}

function findNotedWords(
  { isOwn }: InspectedHandbook,
  passages: readonly ShownPassage[],
  { wording }: Inspected,
): Finding[] {
  return passages.flatMap(({ passage, place }) =>
    (passage.notes ?? []).flatMap(({ about, certainty, text }, index) =>
      about === 'undefined'
        ? {
            kind: 'undefined',
            key: `undefined:note:${place.url}:${index}`,
            certainty,
            places: [place],
            found: `編集注: ${fillLines(text, wording)}`,
            advice: isOwn
              ? '何を指すかを決め、それを定める文を置く。'
              : '何を指すかを委託元に確かめ、答えを控えておく。',
          }
        : [],
    ),
  );
}

/** Roles that roles.yaml marks as lacking a definition. */
function findRoles(handbook: InspectedHandbook, passages: readonly ShownPassage[], { wording }: Inspected): Finding[] {
  const names = roleNames(handbook, wording);
  return handbook.roles
    .filter(({ noDefinition }) => noDefinition)
    .flatMap(({ id, meaning }) => {
      const name = names.get(id) ?? '';
      const places = passages.filter(({ text }) => text.includes(name)).map(({ place }) => place);
      return places.length === 0
        ? []
        : {
            kind: 'undefined',
            key: `undefined:role:${handbook.id}:${id}`,
            certainty: '確実',
            places: places.slice(0, placesAtMost),
            found: `役割「${name}」の定めがない（${meaning}）。`,
            advice: adviceFor(handbook),
          };
    });
}

/** Words that look like an office and are none of the handbook's roles and terms. */
function findOffices(handbook: InspectedHandbook, passages: readonly ShownPassage[], inspected: Inspected): Finding[] {
  const { wording, rules } = inspected;
  const terms = handbook.terms.map((term) => fillText(term, wording));
  const known = [...roleNames(handbook, wording).values(), ...terms, ...rules.commonWords]
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  const found = new Map<string, ShownPassage[]>();
  for (const passage of passages) {
    let text = passage.text;
    for (const word of known) text = text.replaceAll(word, '、');
    for (const [word] of text.matchAll(office)) found.set(word, [...(found.get(word) ?? []), passage]);
  }
  return [...found].map(([word, places]) => ({
    kind: 'undefined',
    key: `undefined:word:${handbook.id}:${word}`,
    certainty: '要確認',
    places: places.slice(0, placesAtMost).map(({ place }) => place),
    found: `「${word}」は、この文書の役割にも用語にもない。`,
    advice: adviceFor(handbook),
  }));
}

function adviceFor({ isOwn }: InspectedHandbook): string {
  return isOwn
    ? 'だれのことかを決めて規程に書くか、ほかの役割の名に改める。'
    : 'だれのことかを委託元に確かめ、答えを控えておく。';
}
