export interface Numbered {
  /** Without spaces and the last full stop, e.g. `5.3.4`. */
  number: string;
  title: string;
}

/** Splits `5. 3. 4 個人番号の削除` into number and title; undefined where no number stands in front. */
export function parseNumbered(text: string): Numbered | undefined {
  const match = /^(\d+(?:\s*[.-]\s*\d+)*)\.?\s+(.+)$/su.exec(text.normalize('NFKC').trim());
  const [, number = '', title = ''] = match ?? [];
  return match ? { number: number.replace(/\s/g, ''), title: title.replace(/\s/g, '') } : undefined;
}

/** The headings that a text names in 「」 by number and title: 「6.1 標準」 and 「9-1 契約」, but not 「2 台目」. */
export function quotedHeadings(text: string): (Numbered & { quote: string })[] {
  return [...text.matchAll(/「(\d[^「」]*)」/gu)].flatMap(([, quote = '']) => {
    const numbered = /^\d+\s*[.-]/.test(quote.normalize('NFKC')) ? parseNumbered(quote) : undefined;
    return numbered ? [{ ...numbered, quote }] : [];
  });
}
