import { type ComposedLetter, letterText } from '../../core/desk/compose-letter.ts';
import type { DeskRow } from '../../core/desk/table.ts';
import { part } from '../parts/parts.ts';
import { copyTemplate, findPart } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';

/** A letter and whom it goes to. */
export interface Addressed extends ComposedLetter {
  row: DeskRow;
}

/** Longest address that mail programs take, in letters. */
const longestMailto = 1800;

/** A letter folded under the name of its company; its text is put in when it is opened. @param index makes its fields unique */
export function renderLetter(root: ParentNode, letter: Addressed, index: number): HTMLDetailsElement {
  const { row, subject } = letter;
  const folded = findPart(copyTemplate(root, 'desk-letter', { company: toShortText(row.name, 100) }), 'details');
  if (!(folded instanceof HTMLDetailsElement)) throw new Error('A letter is folded in <details>.');
  const fill = () => {
    const field = (name: 'subject' | 'body', found: HTMLInputElement | HTMLTextAreaElement, text: string) => {
      found.id = `letter-${index}-${name}`;
      found.value = text;
      part(folded, `[data-letter-${name}-label]`, HTMLLabelElement).htmlFor = found.id;
      part(folded, `[data-copy-${name}]`, HTMLElement).dataset['of'] = found.id;
    };
    const body = letterText(letter);
    field('subject', part(folded, '[data-letter-subject]', HTMLInputElement), subject);
    field('body', part(folded, '[data-letter-body]', HTMLTextAreaElement), body);
    const mail = row.company?.mail ?? '';
    const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
    const mailto = `mailto:${encodeURIComponent(mail).replace('%40', '@')}?${query}`;
    const link = part(folded, '[data-letter-mailto]', HTMLAnchorElement);
    link.hidden = mailto.length > longestMailto;
    if (!link.hidden) link.href = mailto;
  };
  folded.addEventListener('toggle', fill, { once: true });
  return folded;
}

/** A letter as a sheet of paper: its subject over its lines, an empty one between paragraphs. */
export function renderSheet({ subject, lines }: Addressed): HTMLElement {
  const sheet = Object.assign(document.createElement('article'), { className: 'k-letters__sheet' });
  const head = Object.assign(document.createElement('h3'), { textContent: subject });
  const paragraphs = lines
    .join('\n')
    .split('\n\n')
    .map((textContent) => Object.assign(document.createElement('p'), { textContent }));
  sheet.append(head, ...paragraphs);
  return sheet;
}
