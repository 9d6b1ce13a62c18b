import { toPieces } from './pieces.ts';

/** The name of a role as a person writes it: words, and between them the choices whose words stand there. */
export interface NameParts {
  /** One more than choices; any may be empty. */
  texts: string[];
  /** Ids of the choices. */
  choices: string[];
}

/** A name such as `{{choice:inspection}}責任者`; undefined where it holds something else than choices, which a name may not. */
export function toNameParts(name: string): NameParts | undefined {
  const parts: NameParts = { texts: [''], choices: [] };
  for (const piece of toPieces(name)) {
    if (typeof piece === 'string') parts.texts[parts.texts.length - 1] += piece;
    else if ('choice' in piece) {
      parts.choices.push(piece.choice);
      parts.texts.push('');
    } else return undefined;
  }
  return parts.texts.some((text) => /[{}]/.test(text)) ? undefined : parts;
}

/** The name that the parts make. */
export function fromNameParts({ texts, choices }: NameParts): string {
  return texts.map((text, at) => text + (at < choices.length ? `{{choice:${choices[at]}}}` : '')).join('');
}
