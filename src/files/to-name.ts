import { decodeText } from '../core/text/decode-text.ts';
import { decodeAs } from '../core/text/encodings.ts';
import { toLatin1 } from '../core/text/latin1.ts';

/**
 * A name in an encoding that nobody has told. It is only shown, so that in doubt it is read as Windows in Japan writes it: a file
 * is not refused for its name.
 */
export function toName(bytes: Uint8Array): string {
  const reading = decodeText(bytes);
  if (reading.ok) return reading.text;
  const [shiftJis, utf8] = [decodeAs('shift_jis', bytes), decodeAs('utf-8', bytes)];
  // With controls in it, it is no text, and may be a sound name of UTF-8 all the same.
  return (reading.problem === 'no-text' ? (utf8 ?? shiftJis) : (shiftJis ?? utf8)) ?? toLatin1(bytes);
}
