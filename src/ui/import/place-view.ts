import { modalityWords, reviewedFields } from '../../core/regulation/field-names.ts';
import type { PreviewCell, PreviewPlace, ShownFields } from '../../importer/preview/to-preview.ts';
import { part } from '../parts/parts.ts';
import { copyTemplate, fillSlots } from '../parts/templates.ts';
import { toVisibleText } from '../parts/visible-text.ts';

/** What a place is shown with. */
export interface PlaceContext {
  /** Where the templates stand. */
  root: ParentNode;
  /** Topic id → name. */
  topics: Readonly<Record<string, string>>;
  /** Anchors that a person has put right. */
  mended: ReadonlySet<string>;
}

/** The id that a place of the document has on the page; apart from those of the page itself. */
export function placeId(anchor: string): string {
  return `place-${anchor}`;
}

/** A heading or a provision of the document, as its page will show it, with its fields. */
export function showPlace(place: PreviewPlace, context: PlaceContext): HTMLElement {
  const { number, caption, lines, label } = place;
  const copy = copyTemplate(context.root, place.isHeading ? 'heading' : 'place');
  const element = part(copy, place.isHeading ? 'h3' : 'div', HTMLElement);
  element.id = placeId(place.anchor);
  if (place.isHeading) {
    fillSlots(element, { number, caption: toVisibleText([caption, ...lines].join(' ').trim()) });
    return element;
  }
  fillSlots(element, { number, caption: toVisibleText(caption), label: `（${label}）` });
  part(element, '[data-slot="caption"]', HTMLElement).hidden = caption === '';
  for (const name of ['mend', 'look']) part(element, `[data-${name}]`, HTMLButtonElement).dataset[name] = place.anchor;
  const words = part(element, '[data-words]', HTMLElement);
  words.append(
    ...lines.map((line) => Object.assign(document.createElement('p'), { textContent: toVisibleText(line) })),
  );
  if (place.table) words.append(toTable(place.table));
  showFields(element, place, context);
  return element;
}

/** The row of fields of a place, which is there already. */
export function showFields(element: HTMLElement, place: PreviewPlace, context: PlaceContext): void {
  const { anchor, fields } = place;
  const facts = factsOf(fields, context.topics).map(({ name, value, isGuess }) => {
    const fact = copyTemplate(context.root, 'fact', { name, value: toVisibleText(value) });
    part(fact, '[data-guess]', HTMLElement).hidden = !isGuess;
    return fact;
  });
  part(element, '[data-facts]', HTMLElement).replaceChildren(...facts);
  part(element, '[data-look]', HTMLElement).hidden = !isGuessed(place);
  part(element, '[data-mended]', HTMLElement).hidden = !context.mended.has(anchor);
}

/** Whether anything of a place is a guess that a person ought to look at. */
export function isGuessed({ fields }: PreviewPlace): boolean {
  return Object.values(fields).some(({ certainty }) => certainty === 'guess');
}

/** Names of those who act at a place, or give leave. */
export function peopleOf({ fields }: PreviewPlace): string[] {
  return [...(fields.actors?.value ?? []), ...(fields.approvers?.value ?? [])];
}

function factsOf(fields: ShownFields, topics: Readonly<Record<string, string>>) {
  const { modality, actors, approvers, when, deliverables, topics: about } = fields;
  const names = reviewedFields;
  const list = (words: string[]) => words.join('、');
  return [
    modality && { name: names.modality, value: modalityWords[modality.value], certainty: modality.certainty },
    actors && { name: names.actors, value: list(actors.value), certainty: actors.certainty },
    approvers && { name: names.approvers, value: list(approvers.value), certainty: approvers.certainty },
    when && { name: names.when, value: when.value.text, certainty: when.certainty },
    deliverables && { name: names.deliverable, value: list(deliverables.value), certainty: deliverables.certainty },
    about && { name: names.topics, value: list(about.value.map((id) => topics[id] ?? id)), certainty: about.certainty },
  ].flatMap((fact) =>
    fact && fact.value !== '' ? [{ name: fact.name, value: fact.value, isGuess: fact.certainty === 'guess' }] : [],
  );
}

function toTable(rows: PreviewCell[][]): HTMLElement {
  const table = document.createElement('table');
  for (const cells of rows) {
    const row = table.insertRow();
    for (const { lines, columns, rows } of cells) {
      const cell = row.insertCell();
      cell.colSpan = columns;
      cell.rowSpan = rows;
      cell.textContent = toVisibleText(lines.join('\n'));
    }
  }
  const around = Object.assign(document.createElement('div'), { className: 'k-tablewrap', tabIndex: 0 });
  around.append(table);
  return around;
}
