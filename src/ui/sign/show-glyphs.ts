import { findForbidden } from '../../core/text/characters.ts';
import { part, show } from '../parts/parts.ts';
import type { GlyphProblem } from './make-pdf.ts';

/**
 * Lists characters that cannot be printed, each with the fields where it stands.
 * @param edit called with the field that a person wants to change
 */
export function showGlyphs(
  root: HTMLElement,
  problems: readonly GlyphProblem[],
  edit: (fieldId: string) => void,
): void {
  const panel = part(root, '[data-glyphs]', HTMLElement);
  panel.hidden = problems.length === 0;
  show(panel, '[data-variations]', problems.length > 0 && problems.every(({ kind }) => kind === 'variation'));
  part(panel, '[data-glyph-list]', HTMLElement).replaceChildren(
    ...problems.flatMap((problem) => toLines(panel, problem, edit)),
  );
}

function toLines(panel: HTMLElement, problem: GlyphProblem, edit: (fieldId: string) => void): Node[] {
  const kind = findForbidden(problem.character, { lines: true })?.kind === 'hidden' ? 'hidden' : problem.kind;
  const template = part(panel, `template[data-glyph="${kind}"]`, HTMLTemplateElement);
  // In no field: it stands in the tool's own words, and the PDF's name of the place is all there is.
  const places = problem.fields.length > 0 ? problem.fields : [{ fieldId: undefined, label: problem.place }];
  return places.map(({ fieldId, label }) => {
    const line = document.importNode(template.content, true);
    const place = part(line, '[data-place]', HTMLAnchorElement);
    place.textContent = label;
    if (fieldId !== undefined) {
      place.href = `#${fieldId}`;
      place.addEventListener('click', (event) => {
        event.preventDefault();
        edit(fieldId);
      });
    }
    // Of what nobody sees only its number is told.
    for (const character of line.querySelectorAll('[data-character]')) character.textContent = problem.character;
    part(line, '[data-code-point]', HTMLElement).textContent = problem.codePoints;
    return line;
  });
}
