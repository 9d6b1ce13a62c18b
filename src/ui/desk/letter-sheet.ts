import { type ComposedLetter, letterText } from '../../core/desk/compose-letter.ts';
import type { DeskRow } from '../../core/desk/table.ts';
import { part, show } from '../parts/parts.ts';
import { copyTemplate, findPart } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';
import { showMailto } from './mailto.ts';

/** A letter and whom it goes to. */
export interface Addressed extends ComposedLetter {
  row: DeskRow;
}

/** A letter folded under the name of its company; its text is put in when it is opened. @param index makes its fields unique */
export function renderLetter(root: ParentNode, letter: Addressed, index: number): HTMLDetailsElement {
  const { row, subject } = letter;
  const folded = findPart(copyTemplate(root, 'desk-letter', { company: toShortText(row.name, 100) }), 'details');
  if (!(folded instanceof HTMLDetailsElement)) throw new Error('A letter is folded in <details>.');
  const fill = () => {
    const field = (name: 'to' | 'subject' | 'body', found: HTMLInputElement | HTMLTextAreaElement, text: string) => {
      found.id = `letter-${index}-${name}`;
      found.value = text;
      part(folded, `[data-letter-${name}-label]`, HTMLLabelElement).htmlFor = found.id;
      part(folded, `[data-copy-${name}]`, HTMLElement).dataset['of'] = found.id;
    };
    const body = letterText(letter);
    const to = row.company?.mail ?? '';
    field('to', part(folded, '[data-letter-to-field]', HTMLInputElement), to);
    field('subject', part(folded, '[data-letter-subject]', HTMLInputElement), subject);
    field('body', part(folded, '[data-letter-body]', HTMLTextAreaElement), body);
    show(folded, '[data-letter-has-mail]', to !== '');
    show(folded, '[data-letter-no-mail]', to === '');
    showMailto(part(folded, '[data-letter-mailto]', HTMLAnchorElement), { to, subject, body });
  };
  folded.addEventListener('toggle', fill, { once: true });
  return folded;
}

/** A letter as a sheet of paper: day and sender, the subject, the lines; an empty one parts paragraphs. @param from lines */
export function renderSheet({ subject, lines }: Addressed, from: readonly string[]): HTMLElement {
  const sheet = Object.assign(document.createElement('article'), { className: 'k-letters__sheet' });
  const day = Object.assign(document.createElement('p'), {
    className: 'k-letters__from',
    textContent: from.filter(Boolean).join('\n'),
  });
  const head = Object.assign(document.createElement('h3'), { textContent: subject });
  const paragraphs = lines
    .join('\n')
    .split('\n\n')
    .map((textContent) => Object.assign(document.createElement('p'), { textContent }));
  sheet.append(day, head, ...paragraphs);
  return sheet;
}
