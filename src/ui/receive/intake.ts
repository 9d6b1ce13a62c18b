import { mostFileBytes } from '../../core/text/limits.ts';
/** Most files that the list holds at a time. */
export const maxFiles = 300;

/** Why a file is not even opened. */
export type TurnedAway = 'folder' | 'too-large';

/** What a person chose or dropped, before any of it is read. */
export interface Chosen<Content> {
  name: string;
  /** In bytes; 0 for a folder. */
  size: number;
  isFolder: boolean;
  content: Content;
}

/** One chosen thing that gets a row in the list. */
export interface Admitted<Content> extends Chosen<Content> {
  turnedAway: TurnedAway | undefined;
}

/**
 * Splits what was chosen into what gets a row, in the order chosen, and the number left out because the list is full.
 * Folders and files that are too large get a row that says so, without being read.
 * @param held how many rows the list has already
 */
export function admit<Content>(
  chosen: Chosen<Content>[],
  held: number,
): { admitted: Admitted<Content>[]; leftOut: number } {
  const room = Math.max(0, maxFiles - held);
  return {
    admitted: chosen.slice(0, room).map((one) => ({ ...one, turnedAway: turnAway(one) })),
    leftOut: Math.max(0, chosen.length - room),
  };
}

function turnAway({ isFolder, size }: { isFolder: boolean; size: number }): TurnedAway | undefined {
  if (isFolder) return 'folder';
  return size > mostFileBytes ? 'too-large' : undefined;
}

/** What lies in a drop: files and folders; text and links that were dragged along are passed over. */
export function readDrop(transfer: DataTransfer): Chosen<File>[] {
  return [...transfer.items].flatMap((item) => {
    const file = item.getAsFile();
    // Some browsers hand a folder over as a file of a few bytes, others as no file at all.
    const entry = item.webkitGetAsEntry();
    if (entry?.isDirectory)
      return [{ name: entry.name, size: 0, isFolder: true, content: file ?? new File([], entry.name) }];
    return file ? [toChosen(file)] : [];
  });
}

/** A file from a file field. */
export function toChosen(file: File): Chosen<File> {
  return { name: file.name, size: file.size, isFolder: false, content: file };
}
