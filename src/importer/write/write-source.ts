import { isMap, isSeq, parseDocument } from 'yaml';
import { replaceValue } from './edit-yaml.ts';
import { toFlow } from './to-flow.ts';

/** What the source of a handbook says of its document. */
export interface SourceWords {
  title: string;
  short: string;
  publisher: string;
  version: string;
  status: string;
  readWhen: string;
}

export interface SourceUnit {
  id: string;
  label: string;
  heading?: true;
}

/** A new sources/<id>.yaml. */
export function writeSource(id: string, words: SourceWords, isOurs: boolean, units: readonly SourceUnit[]): string {
  const lines = [
    `# 「${words.title.replace(/\s+/g, ' ')}」の拠り所。npm run import が書く。units と version は、次の取り込みで書き直される。`,
    ...Object.entries(words).map(([key, value]) => `${key}: ${toFlow(value)}`),
    ...(isOurs ? ['ours: true'] : []),
    'wording: original',
    `unitPrefix: ${toFlow(`${id}-`)}`,
    `units:${toUnits(units)}`,
    'omitted: []',
  ];
  return `${lines.join('\n')}\n`;
}

/** The same file for another edition: what people have put into it stays. */
export function updateSource(
  text: string,
  changes: { title?: string | undefined; version: string },
  units: readonly SourceUnit[],
): string {
  let updated = text;
  const set = (key: 'title' | 'version', value: string | undefined) => {
    const document = parseDocument(updated);
    if (value !== undefined && document.get(key) !== value) updated = replaceValue(updated, key, toFlow(value));
  };
  set('title', changes.title);
  set('version', changes.version);
  const document = parseDocument(updated);
  const now = JSON.stringify(document.toJS()?.units ?? []);
  if (now !== JSON.stringify(units)) updated = replaceValue(updated, 'units', toUnits(units));
  return dropOmitted(updated, new Set(units.map(({ id }) => id)));
}

function toUnits(units: readonly SourceUnit[]): string {
  return units.map((unit) => `\n  - ${toFlow(unit)}`).join('');
}

/** A unit that is gone cannot be left out. */
function dropOmitted(text: string, units: ReadonlySet<string>): string {
  const omitted: unknown = parseDocument(text).toJS()?.omitted;
  if (!Array.isArray(omitted)) return text;
  const rest = omitted.filter((one) => units.has(one?.id));
  if (rest.length === omitted.length) return text;
  return replaceValue(text, 'omitted', rest.length === 0 ? '[]' : rest.map((one) => `\n  - ${toFlow(one)}`).join(''));
}

/** Ids of the units that people have left out, each with its reason. */
export function omittedIn(text: string | undefined): Set<string> {
  const omitted = text === undefined ? undefined : parseDocument(text).get('omitted');
  if (!isSeq(omitted)) return new Set();
  return new Set(omitted.items.flatMap((one) => (isMap(one) ? [String(one.get('id'))] : [])));
}
