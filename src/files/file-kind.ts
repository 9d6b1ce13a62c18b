/** What a file is, by its bytes first and its name where bytes do not tell. Nothing of it is believed by that. */
export type FileKind =
  | 'pdf'
  /** A PDF that does not end: no end mark. */
  | 'pdf-cut'
  /** A PDF with something before it: a byte order mark, headers of HTTP, of a mail. */
  | 'pdf-behind'
  | 'empty'
  /** A browser was still loading it, by its name. */
  | 'partial'
  | 'zip'
  /** Every file in it needs a password. */
  | 'zip-password'
  | 'zip-damaged'
  /** LZH, RAR, 7z, CAB, tar, gzip. */
  | 'archive'
  /** An archive that unpacks itself, or another program. */
  | 'program'
  | 'word'
  | 'excel'
  | 'powerpoint'
  | 'word-old'
  | 'excel-old'
  | 'powerpoint-old'
  | 'office-password'
  /** OpenDocument, 一太郎, RTF, XPS and the like. */
  | 'document'
  | 'mail'
  | 'mail-outlook'
  /** winmail.dat: the attachments as Outlook packs them for itself. */
  | 'mail-packed'
  /** A signed or encrypted mail's own envelope. */
  | 'mail-sealed'
  /** The page that asked for a password, in place of the file. */
  | 'html-sign-in'
  | 'html'
  | 'shortcut'
  | 'image'
  /** Answers of this site that are half done, or a backup of it. */
  | 'answers'
  | 'backup'
  | 'text'
  | 'unknown';
