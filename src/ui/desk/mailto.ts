/** Longest address that mail programs take, in letters. */
const longestMailto = 1800;

export interface Mail {
  /** An address, or '' */
  to: string;
  subject: string;
  body: string;
}

/** A mail as it is handed to the person's own program. */
export interface Mailto {
  href: string;
  /** Whether the text is in it; a long one is copied and pasted. */
  isWhole: boolean;
}

/** The address that opens a mail program. */
export function toMailto({ to, subject, body }: Mail): Mailto {
  const start = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
  const whole = `${start}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const isWhole = whole.length <= longestMailto;
  return { href: isWhole ? whole : start, isWhole };
}

/** Makes a link of it, which says whether the text has to be pasted (`data-whole`, `data-bare`). */
export function showMailto(link: HTMLAnchorElement, mail: Mail): void {
  const { href, isWhole } = toMailto(mail);
  link.href = href;
  link.textContent = link.dataset[isWhole ? 'whole' : 'bare'] ?? '';
}
