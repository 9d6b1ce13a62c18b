import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMap, parseDocument } from 'yaml';
import type { Library } from '../core/regulation/library.ts';
import type { Provision } from '../core/regulation/provision.ts';
import { readLibrary } from './library.ts';

export const newKinds = ['checklist', 'decision', 'form', 'handbook'] as const;
export type NewKind = (typeof newKinds)[number];

const templates = join(import.meta.dirname, 'templates');
const titles = { checklist: '新しい確認リスト', decision: '新しい判断', form: '新しい様式', handbook: '新しい文書' };

/** A wish that cannot be granted, and what to do instead. */
export class NewContentError extends Error {
  override name = 'NewContentError';
}

/**
 * Writes a working example of a check list, a decision with its cases, a form, or a handbook with its source into a content
 * folder that is sound.
 * @returns paths of the files that were written or added to
 * @throws NewContentError, ContentError where the content has faults already
 */
export async function writeNew(root: string, kind: NewKind, id: string, title = titles[kind]): Promise<string[]> {
  checkId(kind, id);
  const library = await readLibrary(root, '/');
  const files = await (kind === 'handbook'
    ? planHandbook(root, id, title, library)
    : planTool(root, kind, id, title, library));
  for (const [file, text] of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return [...files.keys()];
}

function checkId(kind: NewKind, id: string): void {
  const [pattern, joint, wanted] =
    kind === 'handbook'
      ? [/^[a-z][a-z0-9]*$/, '', 'small letters and digits, e.g. remote: it begins every citation']
      : [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '-', 'kebab-case English, e.g. lost-phone'];
  if (pattern.test(id)) return;
  const guess = (id.toLowerCase().match(/[a-z][a-z0-9]*|\d+/g) ?? []).join(joint);
  const perhaps = pattern.test(guess) ? ` Perhaps ${guess}?` : '';
  throw new NewContentError(`"${id}" is no id of a ${kind}. Write ${wanted}.${perhaps}`);
}

type Files = Map<string, string>;

async function planTool(
  root: string,
  kind: Exclude<NewKind, 'handbook'>,
  id: string,
  title: string,
  library: Library,
): Promise<Files> {
  const cited = chooseProvision(library);
  const words = {
    ID: id,
    TITLE: JSON.stringify(title),
    CITATION: cited.id,
    HANDBOOK: cited.handbook,
    COVERS: cited.units.map((unit) => `  - { unit: ${unit} }`).join('\n'),
    UNIT: cited.units[0] ?? '',
    ROLE: cited.actors[0] ?? '',
  };
  const folder = join(root, `${kind}s`);
  const files = [[join(folder, `${id}.yaml`), await fill(`${kind}.yaml`, words)]] as [string, string][];
  if (kind === 'decision') {
    files.push([join(folder, 'scopes', `${id}.yaml`), await fill('decision-scope.yaml', words)]);
    files.push([join(folder, 'cases', `${id}.yaml`), await fill('decision-cases.yaml', words)]);
  }
  for (const [file] of files) refuseExisting(file);
  return new Map(files);
}

async function planHandbook(root: string, id: string, title: string, library: Library): Promise<Files> {
  const folder = join(root, 'handbooks', id);
  const source = join(root, 'sources', `${id}.yaml`);
  refuseExisting(folder);
  refuseExisting(source);
  const pages = (await readdir('src/pages')).map((name) => name.replace(/\.\w+$/, ''));
  if (pages.includes(id))
    throw new NewContentError(`"${id}" is the address of another page of the site. Take another id.`);
  const [topic = ''] = Object.keys(library.topics);
  const words = { ID: id, TITLE: JSON.stringify(title), TOPIC: topic };
  const page = await fill('handbook.mdx', words);
  return new Map([
    [source, await fill('source.yaml', words)],
    [join(folder, 'index.mdx'), topic ? page : page.replace(" topics={['']}", '')],
    await append(root, 'roles.yaml', id, 'staff: { name: 担当者, meaning: この文書の業務に就く者 }'),
    await append(root, 'records.yaml', id, 'workLog: { name: 作業の記録, kind: register, phase: during }'),
    ...(await putInForce(root, id, library)),
  ]);
}

/** Where organization.yaml lists the handbooks in force, the new one is put among them. */
async function putInForce(root: string, id: string, { organization }: Library): Promise<[string, string][]> {
  if (!organization.handbooks) return [];
  const file = join(root, 'organization.yaml');
  const document = parseDocument(await readFile(file, 'utf8'));
  document.addIn(['handbooks'], id);
  return [[file, document.toString({ lineWidth: 0 })]];
}

/** A duty of the company's own where there is one: the example shows who does it. */
function chooseProvision({ provisions, ours }: Library): Provision {
  const all = [...provisions.values()].filter(({ actors }) => actors.length > 0);
  const [first] = [...all.filter(({ handbook, modality }) => ours.includes(handbook) && modality === 'must'), ...all];
  if (first) return first;
  throw new NewContentError('There is no provision with an actor to cite yet. Begin with: npm run new -- handbook ID');
}

function refuseExisting(path: string): void {
  if (existsSync(path)) throw new NewContentError(`${path} is there already. Take another id, or change that one.`);
}

async function fill(template: string, words: Record<string, string>): Promise<string> {
  const text = await readFile(join(templates, template), 'utf8');
  return text.replace(/\b[A-Z]{2,}\b/g, (word) => words[word] ?? word);
}

/** A register with the first entry of a handbook at its end; nothing else in it moves. */
async function append(root: string, name: string, handbook: string, entry: string): Promise<[string, string]> {
  const file = join(root, name);
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  const { contents } = parseDocument(text);
  const isEmpty = !isMap(contents) || contents.items.length === 0;
  if (isMap(contents) && contents.flow && !isEmpty) {
    const wanted = 'Write one handbook a line, indented, so that another can follow.';
    throw new NewContentError(`${file} is written in { }. ${wanted}`);
  }
  const before = isEmpty ? text.replace(/\{\s*\}/, '') : text;
  return [file, `${before.trimEnd()}\n\n${handbook}:\n  ${entry}\n`.trimStart()];
}
