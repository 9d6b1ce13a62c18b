import { words } from '../../record/v1/layout/words.ts';
import type { SignaturePanel } from '../context.ts';
import { addElement, rowHeader, type StructureElement } from '../document/structure-tree.ts';
import { type Flow, placeLines } from './flow.ts';
import { inks, lines, styles } from './styles.ts';

/** Label and value of each line of the panel; `\n` begins a new line. */
export function toSignatureRows(
  { signerName, fingerprint }: Pick<SignaturePanel, 'signerName' | 'fingerprint'>,
  now: Date,
): [label: string, value: string][] {
  const groups = fingerprint.match(/.{1,4}/g) ?? [];
  const half = Math.ceil(groups.length / 2);
  return [
    [words.signer, signerName],
    [words.fingerprint, `${groups.slice(0, half).join(' ')}\n${groups.slice(half).join(' ')}`],
    [words.signedAt, toJapanTime(now)],
  ];
}

/** All text of the panel. */
export function toSignaturePanelTexts(signature: SignaturePanel, now: Date): string[] {
  return [words.signature, ...toSignatureRows(signature, now).flat(), ...words.signatureSentences];
}

/** `2026年11月21日 15:30:00（日本時間）`: UTC+9, no summer time. */
export function toJapanTime(date: Date): string {
  const inJapan = new Date(date.getTime() + 9 * 60 * 60 * 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${inJapan.getUTCFullYear()}年${inJapan.getUTCMonth() + 1}月${inJapan.getUTCDate()}日`;
  const time = [inJapan.getUTCHours(), inJapan.getUTCMinutes(), inJapan.getUTCSeconds()].map(two).join(':');
  return `${day} ${time}${words.japanTime}`;
}

const gapAbove = 16;
const padding = 12;
const labelWidth = 116;

/** How high the panel is with the white above it, in points. */
export function toSignatureHeight(flow: Flow, signature: SignaturePanel, now: Date): number {
  return gapAbove + layOut(flow, signature, now).height;
}

function layOut(flow: Flow, signature: SignaturePanel, now: Date) {
  const width = flow.area.width - 2 * padding;
  const rows = toSignatureRows(signature, now).map(([label, value]) => ({
    label,
    values: flow.breakText(value, width - labelWidth, styles.body),
  }));
  const sentences = words.signatureSentences.map((text) => flow.breakText(text, width - styles.note.size, styles.note));
  const rowsHeight = rows.reduce((sum, { values }) => sum + values.length * styles.body.leading, 0);
  const notesHeight = sentences.reduce((sum, texts) => sum + texts.length * styles.note.leading, 0);
  return { rows, sentences, height: 2 * padding + styles.caption.leading + 4 + rowsHeight + 8 + notesHeight };
}

/** Draws the panel: who signed, how to recognise the certificate, and what a signature shows and does not show. */
export function drawSignaturePanel(flow: Flow, parent: StructureElement, signature: SignaturePanel, now: Date): void {
  const x = flow.area.left + padding;
  const width = flow.area.width - 2 * padding;
  const { rows, sentences, height } = layOut(flow, signature, now);

  flow.skip(gapAbove);
  flow.keep(height);
  flow.canvas.box(flow.area.left, flow.y, flow.area.width, height, { outline: inks.indigo, thickness: lines.thin });
  flow.canvas.box(flow.area.left, flow.y, 3, height, { fill: inks.indigo });
  flow.y += padding;
  placeLines(flow.canvas, addElement(parent, 'H2'), [words.signature], x, flow.y, styles.caption);
  flow.y += styles.caption.leading + 4;

  const table = addElement(parent, 'Table');
  for (const { label, values } of rows) {
    const row = addElement(table, 'TR');
    const header = addElement(row, 'TH', rowHeader);
    placeLines(flow.canvas, header, [label], x, flow.y + 0.7, styles.label);
    placeLines(flow.canvas, addElement(row, 'TD'), values, x + labelWidth, flow.y, styles.body);
    flow.y += values.length * styles.body.leading;
  }
  flow.y += 4;
  flow.canvas.rule([x, flow.y], [x + width, flow.y], lines.hair, inks.line);
  flow.y += 4;
  const list = addElement(parent, 'L');
  for (const texts of sentences) {
    const item = addElement(list, 'LI');
    placeLines(flow.canvas, addElement(item, 'Lbl'), [words.bullet], x, flow.y, styles.note);
    placeLines(flow.canvas, addElement(item, 'LBody'), texts, x + styles.note.size, flow.y, styles.note);
    flow.y += texts.length * styles.note.leading;
  }
  flow.y += padding;
}
