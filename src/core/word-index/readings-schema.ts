import * as z from 'zod/mini';

/**
 * content/readings.yaml: how words are read that the dictionary reads otherwise, or does not know. Longer words made of them
 * are read so as well.
 */
export const WordReadingsSchema = z.record(
  z.string().check(z.minLength(1), z.maxLength(40)),
  /** In hiragana, e.g. `ねりまく`. */
  z.string().check(z.regex(/^[ぁ-ゖー]+$/, '読みは、ひらがなで書いてください（例: ねりまく）。')),
);
export type WordReadings = z.infer<typeof WordReadingsSchema>;
