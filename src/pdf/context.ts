import type { PdfFont } from './font/pdf-font.ts';

/** Everything a PDF depends on besides its summary; the same context gives the same bytes. */
export interface PdfContext {
  font: PdfFont;
  /** The signer's clock. Written as UTC, shown as Japan time, whatever the machine's zone. */
  now: Date;
  /** 32 upper-case hexadecimal digits. */
  fileId: string;
  /** e.g. `kitei 0.1.0` */
  generator: string;
  /** Name (kitei.json), bytes and Japanese description of the one attachment. */
  attachment: { name: string; bytes: Uint8Array; description: string };
  /** With it, room for a signature is left and a panel names the signer; without it the PDF is unsigned. */
  signature?: SignaturePanel;
  /**
   * Only when the person has agreed: a form of a character that the font lacks (邉 + U+E0102) is drawn as its base
   * character. The text and the data keep what was typed, and the PDF says so.
   */
  substituteVariations?: true;
}

/** What the PDF says about its signature, and how much room it leaves for it. */
export interface SignaturePanel {
  /** Common name in the certificate (自己表示). */
  signerName: string;
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  fingerprint: string;
  /** Bytes kept free for the CMS object. */
  reserve: number;
}
