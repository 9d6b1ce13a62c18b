/**
 * The text of organization.yaml with some values changed; comments, order and all other lines stay as they are.
 * @param changes by path, e.g. `roles.employee`; an empty choice is written as `unset`
 * @throws Error naming a path that has no line of its own in the file
 */
export function writeOrganization(yaml: string, changes: ReadonlyMap<string, string>): string {
  const lines = yaml.split('\n');
  for (const [path, value] of changes) {
    const at = findLine(lines, path);
    const line = at === undefined ? undefined : valueLine.exec(lines[at] ?? '');
    if (at === undefined || !line) throw new Error(`organization.yaml has no line for "${path}".`);
    const [, key = '', , comment = ''] = line;
    lines[at] = `${key}${toYaml(path, value)}${comment}`;
  }
  return lines.join('\n');
}

/** `  key: value  # comment`: the key with its indentation, the value in any of YAML's quotes, and the comment. */
const valueLine = /^(\s*[A-Za-z0-9]+:\s*)('(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^'"#][^#]*?)?(\s+#.*|\s*)$/;

function findLine(lines: readonly string[], path: string): number | undefined {
  const [first = '', second] = path.split('.');
  const top = lines.findIndex((line) => line.startsWith(`${first}:`));
  if (top < 0) return undefined;
  if (second === undefined) return top;
  for (let at = top + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/^\S/.test(line) && !line.startsWith('#')) return undefined;
    if (new RegExp(`^\\s+${second}:(\\s|$)`).test(line)) return at;
  }
  return undefined;
}

function toYaml(path: string, value: string): string {
  if (path.startsWith('choices.')) return value || 'unset';
  return /^[1-9]\d{0,8}$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}
