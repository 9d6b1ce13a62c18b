/** Longest name of a file or folder that is shown, in code points, and how many folders are. */
const longestName = 120;
const mostFolders = 6;

// Controls, and marks that reorder or hide: a name that ends in `fdp.exe` after U+202E reads as `exe.pdf`.
const hidden = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufffd]/gu;

/**
 * A name from inside a zip or mail as it may be shown: without what leads elsewhere (`..`, `/`, `C:`) and what cannot be seen.
 * It is a text for people; nothing is ever written or looked up under it.
 */
export function toShownPath(name: string): string {
  const parts = name
    .split('/')
    .map((part) => toShownName(part).replace(/^[a-z]:/i, ''))
    .filter((part) => part !== '' && !/^[.\s]+$/.test(part));
  const shown = parts.length > mostFolders ? [...parts.slice(0, 2), '…', ...parts.slice(2 - mostFolders)] : parts;
  return shown.join('/') || '（名前なし）';
}

/** The name alone, as it may be shown. */
export function toShownName(name: string): string {
  const plain = name.replace(hidden, '').trim();
  const letters = [...plain];
  if (letters.length <= longestName) return plain;
  // The ending says what the file calls itself.
  return `${letters.slice(0, longestName - 20).join('')}…${letters.slice(-19).join('')}`;
}
