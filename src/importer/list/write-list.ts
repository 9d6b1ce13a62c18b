import { Document, isMap, isSeq, parseDocument, Scalar, type YAMLMap, YAMLSeq } from 'yaml';
import type { ChecklistFile } from '../../core/checklist/file-schema.ts';
import type { ListRecord } from './list-record.ts';

const head = ` Excel の表から npm run import-list で書いたリスト。もう一度取り込むと、文・番号・並びは表のものになり、id と、ここで直したことは残る。
 items の id は保存した回答と PDF に残る。変えない、使い回さない。キーの意味は src/core/checklist/file-schema.ts の注にある。
 条を示すなら、項目に citations: [<手引>:<anchor>] を書き足す。書き直したら npm run check で確かめる。`;

const order = ['id', 'number', 'text', 'answer', 'guidance', 'evidence', 'citations'] as const;

type FileItem = ChecklistFile['sections'][number]['items'][number];

/**
 * Writes a list as YAML. In the text of an earlier one comments stay with the keys, sections and items they stand at, and
 * what did not change is not touched.
 * @param before YAML of the list that is there
 */
export function writeList(file: ChecklistFile, before?: string): string {
  const document = before === undefined ? newDocument(file) : parseDocument(before);
  const root = document.contents;
  if (before !== undefined && isMap(root)) update(document, root as YAMLMap, file);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** The record of an import, see list-record.ts. */
export function writeListRecord(record: ListRecord): string {
  const document = new Document(withoutEmpty(record));
  document.commentBefore =
    ' npm run import-list が書く。次の取り込みが、人の直したところを見分けるために読む。手で変えない。';
  return document.toString({ lineWidth: 0 });
}

function newDocument(file: ChecklistFile): Document {
  const { sections, ...top } = file;
  const document = new Document(withoutEmpty(top));
  document.commentBefore = head;
  const root = document.contents as unknown as YAMLMap;
  root.set('sections', toSeq(sections.map((section) => newSection(document, section))));
  return document;
}

function newSection(document: Document, { items, ...section }: ChecklistFile['sections'][number]): YAMLMap {
  const node = document.createNode(section) as YAMLMap;
  node.set('items', toSeq(items.map((item) => newItem(document, item))));
  return node;
}

function newItem(document: Document, item: FileItem): YAMLMap {
  const node = document.createNode({}) as YAMLMap;
  for (const key of order)
    if (item[key] !== undefined) node.set(document.createNode(key), toNode(document, key, item[key]));
  return node;
}

/** What is answered stands on one line. */
function toNode(document: Document, key: string, value: unknown): unknown {
  const node = document.createNode(value);
  if (key === 'answer' || key === 'citations') (node as YAMLMap).flow = true;
  if (typeof value === 'string' && value.includes('\n')) (node as Scalar).type = Scalar.BLOCK_LITERAL;
  return node;
}

function update(document: Document, root: YAMLMap, file: ChecklistFile): void {
  const { sections, ...top } = file;
  for (const [key, value] of Object.entries(top)) setIfOther(document, root, key, value);
  const oldSections = mapsIn(root.get('sections'));
  const sectionById = new Map(oldSections.map((node) => [node.get('id'), node]));
  const itemById = new Map(
    oldSections.flatMap((node) => mapsIn(node.get('items')).map((item) => [item.get('id'), item] as const)),
  );
  const nodes = sections.map((section) => {
    const node = sectionById.get(section.id) ?? (document.createNode({ id: section.id }) as YAMLMap);
    setIfOther(document, node, 'title', section.title);
    const items = section.items.map((item) => {
      const old = itemById.get(item.id);
      if (!old) return newItem(document, item);
      for (const key of order) setIfOther(document, old, key, item[key]);
      return old;
    });
    replaceItems(node, 'items', items);
    return node;
  });
  replaceItems(root, 'sections', nodes);
}

/** The sequence itself stays where it is there: comments may stand at it. */
function replaceItems(node: YAMLMap, key: string, items: YAMLMap[]): void {
  const sequence = node.get(key);
  if (isSeq(sequence)) sequence.items = items;
  else node.set(key, toSeq(items));
}

function setIfOther(document: Document, node: YAMLMap, key: string, value: unknown): void {
  const old: unknown = node.get(key);
  const plain = old !== null && typeof old === 'object' && 'toJSON' in old ? (old as YAMLMap).toJSON() : old;
  if (JSON.stringify(plain) === JSON.stringify(value)) return;
  if (value === undefined) node.delete(key);
  else node.set(key, toNode(document, key, value));
}

function mapsIn(sequence: unknown): YAMLMap[] {
  return isSeq(sequence) ? sequence.items.filter((item): item is YAMLMap => isMap(item)) : [];
}

function toSeq(items: YAMLMap[]): YAMLSeq {
  const sequence = new YAMLSeq();
  sequence.items = items;
  return sequence;
}

/** Without the keys that hold nothing. */
function withoutEmpty<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
