import { elementsOf, type XmlElement } from '../zip/read-xml.ts';
import type { Reading } from './reading.ts';

/**
 * Looks through a drawing: answers with the contents of its text boxes, to be read after the paragraph, and notes what
 * cannot be shown.
 */
export function readPictures(drawing: XmlElement, { notices, paragraph }: Reading): XmlElement[] {
  const boxes: XmlElement[] = [];
  let pictured = false;
  let description = '';
  const walk = (element: XmlElement) => {
    if (element.name === 'w:txbxContent') {
      boxes.push(element);
      return;
    }
    pictured ||= /^(pic:pic|a:blip|v:imagedata|c:chart|dgm:relIds|o:OLEObject|\?:chart|\?:contentPart)$/.test(
      element.name,
    );
    description ||= descriptionOf(element);
    for (const child of elementsOf(element)) walk(child);
  };
  walk(drawing);
  if (boxes.length > 0) notices.add('text-box', paragraph, '', boxes.length);
  if (pictured || description !== '') notices.add('image', paragraph, description);
  return boxes;
}

/** What the author wrote about a picture, or the letters drawn as one (WordArt). */
function descriptionOf({ name, attributes }: XmlElement): string {
  if (name === 'wp:docPr') return attributes['descr'] ?? '';
  if (name === 'v:textpath') return attributes['string'] ?? '';
  return name === 'v:shape' || name === 'v:rect' ? (attributes['alt'] ?? '') : '';
}
