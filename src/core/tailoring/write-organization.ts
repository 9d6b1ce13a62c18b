/**
 * The text of organization.yaml with some values changed; comments, order and all other lines stay as they are. A path
 * without a line gets one, at the end of its group.
 * @param changes by path, e.g. `roles.employee`; an empty choice is written as `unset`, `handbooks` as a list of what
 * stands between commas
 * @throws Error naming a path that cannot be put into the lines, e.g. of a group written as `{ a: b }`
 */
export function writeOrganization(yaml: string, changes: ReadonlyMap<string, string>): string {
  const end = yaml.includes('\r\n') ? '\r\n' : '\n';
  const lines = yaml.split(/\r?\n/);
  for (const [path, value] of changes) {
    if (path === 'handbooks') writeList(lines, path, value);
    else writeValue(lines, path, value);
  }
  return lines.join(end);
}

/** `  key: value  # comment`: the key with its indentation, the value in any of YAML's quotes, and the comment. */
const valueLine = /^(\s*[A-Za-z0-9]+:\s*)('(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^'"#][^#]*?)?(\s+#.*|\s*)$/;

function writeValue(lines: string[], path: string, value: string): void {
  const at = findLine(lines, path);
  if (at === undefined) {
    addLine(lines, path, value);
    return;
  }
  const line = valueLine.exec(lines[at] ?? '');
  if (!line || /^[[{&*|>]/.test(line[2] ?? '')) throw lacking(path);
  const [, key = '', , comment = ''] = line;
  lines[at] = `${/\s$/.test(key) ? key : `${key} `}${toYaml(path, value)}${comment}`;
}

function lacking(path: string): Error {
  return new Error(`organization.yaml has no line for "${path}".`);
}

function findLine(lines: readonly string[], path: string): number | undefined {
  const [first = '', second] = path.split('.');
  const top = lines.findIndex((line) => line.startsWith(`${first}:`));
  if (top < 0 || second === undefined) return top < 0 ? undefined : top;
  for (let at = top + 1; at < endOf(lines, top); at++) {
    if (new RegExp(`^\\s+${second}:(\\s|$)`).test(lines[at] ?? '')) return at;
  }
  return undefined;
}

/** Where the group ends that begins on a line: behind the last of its lines that is no comment of what follows. */
function endOf(lines: readonly string[], top: number): number {
  let end = top + 1;
  for (let at = top + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/^[^\s#]/.test(line) && !/^- /.test(line)) break;
    if (/^\s+[^\s#]|^- /.test(line)) end = at + 1;
  }
  return end;
}

function addLine(lines: string[], path: string, value: string): void {
  const [first = '', second] = path.split('.');
  const top = lines.findIndex((line) => line.startsWith(`${first}:`));
  if (second === undefined) {
    lines.splice(0, 0, `${first}: ${toYaml(path, value)}`);
    return;
  }
  const line = `  ${second}: ${toYaml(path, value)}`;
  if (top < 0) {
    while (lines.at(-1) === '') lines.pop();
    lines.push(`${first}:`, line, '');
    return;
  }
  const [, empty, comment] = /^\w+:\s*(\{\s*\})?(\s+#.*|\s*)$/.exec(lines[top] ?? '') ?? [];
  if (comment === undefined) throw lacking(path);
  if (empty) lines[top] = `${first}:${comment}`;
  const indent = /^(\s+)\S/.exec(
    lines.slice(top + 1, endOf(lines, top)).find((one) => /^\s+[^\s#]/.test(one)) ?? '',
  )?.[1];
  lines.splice(endOf(lines, top), 0, indent ? indent + line.trimStart() : line);
}

function writeList(lines: string[], path: string, value: string): void {
  const written = `${path}: [${value.split(',').filter(Boolean).join(', ')}]`;
  const top = lines.findIndex((line) => line.startsWith(`${path}:`));
  if (top >= 0) {
    lines.splice(top, endOf(lines, top) - top, written);
    return;
  }
  const name = lines.findIndex((line) => line.startsWith('name:'));
  lines.splice(name + 1, 0, written);
}

function toYaml(path: string, value: string): string {
  if (path.startsWith('choices.')) return value || 'unset';
  return /^[1-9]\d{0,8}$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}
