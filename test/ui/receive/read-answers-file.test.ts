import { describe, expect, test } from 'vitest';
import type { AnswersReading } from '../../../src/record/v1/read-values.ts';
import { readAnswersFile } from '../../../src/ui/receive/read-answers-file.ts';

const place = { base: '/', generator: 'kitei 0.2.0', definitions: [] };
const reader = {
  readText: (text: string): AnswersReading<string> => ({ ok: true, answers: text }),
  readRecord: () => undefined,
};
const read = (bytes: Uint8Array<ArrayBuffer>, name = '回答.json') =>
  readAnswersFile(new File([bytes], name), reader, place);

const utf8 = (text: string) => new TextEncoder().encode(text);
/** {"company":"株式会社見本"} as an old editor saves it. */
const company = [0x8a, 0x94, 0x8e, 0xae, 0x89, 0xef, 0x8e, 0xd0, 0x8c, 0xa9, 0x96, 0x7b];
const sjis = Uint8Array.from([...utf8('{"company":"'), ...company, ...utf8('"}')]);

describe('readAnswersFile', () => {
  test('reads answers saved again in Shift_JIS as they were written', async () => {
    expect(await read(sjis)).toEqual({ kind: 'answers', answers: '{"company":"株式会社見本"}', doubt: undefined });
  });

  test('reads UTF-8 with a mark', async () => {
    expect(await read(utf8('\ufeff{"a":"あ"}'))).toMatchObject({ answers: '{"a":"あ"}' });
  });

  test('refuses what is not certain, and says what to save it as', async () => {
    // 山田 in EUC-JP is ｻｳﾅﾄ in Shift_JIS.
    const bytes = Uint8Array.from([...utf8('{"a":"'), 0xbb, 0xb3, 0xc5, 0xc4, ...utf8('"}')]);
    const reading = await read(bytes);
    expect(reading.kind).toBe('undecoded');
    expect(reading).toMatchObject({ message: expect.stringContaining('「UTF-8」') });
  });
});
