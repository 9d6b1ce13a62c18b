const escapes = /(?:%[0-9a-f]{2})+/gi;

/**
 * The fragment of an address as it was before mail programs and chats wrapped, escaped and widened it: escapes decoded, twice
 * where they were escaped again, full width as plain letters, without white space and signs that nobody sees. What stands
 * behind it in a sentence is still there: see {@link leadOf}.
 * @param fragment `location.hash` or a part of it, as anybody may have written it
 */
export function unwrapFragment(fragment: string): string {
  return decode(decode(fragment))
    .normalize('NFKC')
    .replace(/=?\s+/g, '')
    .replace(/\p{Cf}/gu, '');
}

/** What an id, an anchor or a text in base64url may begin with, without the signs that a sentence leaves behind it. */
export function leadOf(text: string): string {
  return /^[\w-]*/.exec(text)?.[0].replace(/[_-]+$/, '') ?? '';
}

function decode(text: string): string {
  return text.replace(escapes, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      // No UTF-8: it was cut, or was no escape.
      return run;
    }
  });
}
