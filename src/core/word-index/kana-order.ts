/** The rows of the fifty sounds, each with its first kana; what begins with a Latin letter or a digit comes after them. */
export const rows = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ'] as const;
export type Row = (typeof rows)[number] | '英数';

/** What a word is put in order by, the first difference deciding. */
interface SortKey {
  /** Kana without marks and in full size, ー as the vowel that it lengthens; Latin letters and digits in small letters. */
  letters: string;
  /** For each letter whether it is plain, voiced or half voiced. */
  voices: string;
  /** For each letter whether it is ー, small or full. */
  sizes: string;
}

const small = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const full = 'あいうえおつやゆよわかけ';

/** The kana of each vowel, so that ー can be read: カード is かあど. */
const vowels: Record<string, RegExp> = {
  あ: /[あかさたなはまやらわ]/,
  い: /[いきしちにひみりゐ]/,
  う: /[うくすつぬふむゆる]/,
  え: /[えけせてねへめれゑ]/,
  お: /[おこそとのほもよろを]/,
};

/**
 * The key of a reading, after JIS X 4061: はは, ばば, ぱぱ; a long vowel before a small kana before a full one. It is our
 * own, because collations of the language differ from machine to machine.
 * @param reading in hiragana or katakana, with Latin letters and digits as they stand; other signs count for nothing
 */
export function toSortKey(reading: string): SortKey {
  const key: SortKey = { letters: '', voices: '', sizes: '' };
  for (const letter of toHiragana(reading.normalize('NFKC').toLowerCase())) {
    const last = key.letters.at(-1) ?? '';
    if (letter === 'ー') {
      const [vowel] = Object.entries(vowels).find(([, kana]) => kana.test(last)) ?? [];
      add(key, vowel ?? last, '0', '0');
      continue;
    }
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    const [kana = letter, mark] = letter.normalize('NFD');
    const at = small.indexOf(kana);
    add(key, full[at] ?? kana, mark === '\u3099' ? '1' : mark === '\u309a' ? '2' : '0', at < 0 ? '2' : '1');
  }
  return key;
}

function add(key: SortKey, letter: string, voice: string, size: string): void {
  if (letter === '') return;
  key.letters += letter;
  key.voices += voice;
  key.sizes += size;
}

/** In order of their readings; words of one reading in order of their letters. Negative where `a` comes first. */
export function compareReadings(a: WithReading, b: WithReading): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  return (
    compare(one.letters, other.letters) ||
    compare(one.voices, other.voices) ||
    compare(one.sizes, other.sizes) ||
    compare(a.word, b.word)
  );
}

interface WithReading {
  word: string;
  reading: string;
}

/** Under which row a reading stands. */
export function rowOf(reading: string): Row {
  const first = toSortKey(reading).letters[0] ?? '';
  return /\p{Script=Hiragana}/u.test(first) ? (rows.findLast((row) => row <= first) ?? 'わ') : '英数';
}

/** Katakana as hiragana. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

const keys = new Map<string, SortKey>();

function keyOf({ reading }: WithReading): SortKey {
  const key = keys.get(reading) ?? toSortKey(reading);
  keys.set(reading, key);
  return key;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
