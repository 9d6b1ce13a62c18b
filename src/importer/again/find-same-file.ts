/** An import record, or the record of a list: as much of it as tells which file it was read from. */
interface RecordHead {
  id: string;
  sha256: string | undefined;
  sheet?: string | undefined;
}

/**
 * The import that has read the same file already, under another id; undefined where none has.
 * @param records path → text of `imports/*.yaml`, or of `imports/lists/*.yaml`; @param sheet of a list: one file may hold several
 */
export function findSameFile(
  records: ReadonlyMap<string, string>,
  { id, sha256, sheet }: RecordHead & { sha256: string },
): string | undefined {
  const heads = [...records].map(([path, text]) => readHead(path, text));
  return heads.find((one) => one.id !== id && one.sha256 === sha256 && one.sheet === sheet)?.id;
}

/** The head of a record is written a key a line; the rest is long, and not looked at. */
function readHead(path: string, text: string): RecordHead {
  return {
    id: path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, ''),
    sha256: /^sha256: "?([0-9a-f]{64})"?$/m.exec(text)?.[1],
    sheet: /^sheet: "?(.*?)"?$/m.exec(text)?.[1],
  };
}
