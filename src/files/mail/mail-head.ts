/** Headers that a message has and a file of another kind has not; two of them, and it is one (RFC 5322, 3.6). */
const known =
  /^(?:from|to|cc|subject|date|message-id|received|return-path|delivered-to|reply-to|sender|x-mailer|mime-version|dkim-signature|arc-seal)$/i;

/** @param start first letters of a file, one for each byte */
export function isMailHead(start: string): boolean {
  // Mailboxes of Unix put a line of their own before each message.
  const lines = start.replace(/^From [^\r\n]*\r?\n/, '').split(/\r?\n/, 200);
  const names = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line === '' || (index === lines.length - 1 && lines.length > 1)) break;
    if (/^[ \t]/.test(line)) continue;
    const [, name] = /^([!-9;-~]+):/.exec(line) ?? [];
    if (name === undefined) break;
    if (known.test(name)) names.add(name.toLowerCase());
  }
  return names.size >= 2;
}
