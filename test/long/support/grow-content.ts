import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/**
 * Makes a content folder larger: beside each handbook and check list its copies, under ids of their own, each with
 * other numbers and a third of its sentences varied, as further clients' documents would have it.
 * @param root path of the content folder; changed in place
 * @param copies how many of everything there are in the end
 */
export async function growContent(root: string, copies: number): Promise<void> {
  const read = async (name: string) => parse(await readFile(join(root, name), 'utf8'));
  const write = (name: string, value: unknown) => writeFile(join(root, name), stringify(value));
  const { roles: own } = await read('organization.yaml');
  const { choices, blanks } = await read('choices.yaml');
  const roles = await read('roles.yaml');
  const records = await read('records.yaml');
  const handbooks = Object.keys(roles);
  const words: Words = { choices, blanks };

  for (let copy = 1; copy < copies; copy++) {
    const suffix = String.fromCharCode(97 + copy);
    for (const id of handbooks) {
      roles[id + suffix] = Object.fromEntries(
        Object.entries<Role>(roles[id]).map(([role, { name = own[role], ...rest }]) => {
          return [role, { ...rest, name: plain(name, words) }];
        }),
      );
      records[id + suffix] = Object.fromEntries(
        Object.entries(records[id]).map(([record, facts]) => {
          return [record, mapTexts(facts, (text) => plain(text.replace(`${id}:`, `${id}${suffix}:`), words))];
        }),
      );
      const source: Source = await read(`sources/${id}.yaml`);
      // A unit is one place of one source.
      const unitPrefix = source.unitPrefix.replace(/-$/, `${suffix}-`);
      const rename = <Unit extends { id: string }>(unit: Unit) => {
        return { ...unit, id: unit.id.replace(source.unitPrefix, unitPrefix) };
      };
      await write(`sources/${id}${suffix}.yaml`, {
        ...source,
        title: `${source.title}（${copy}）`,
        short: `${source.short}（${copy}）`,
        unitPrefix,
        units: source.units.map(rename),
        omitted: source.omitted.map(rename),
      });
      await copyHandbook(join(root, 'handbooks'), id, suffix, (text) =>
        vary(plain(text.replaceAll(`'${source.unitPrefix}`, `'${unitPrefix}`), words), copy),
      );
    }
    for (const name of await readdir(join(root, 'checklists'))) {
      if (/-\d+\.yaml$/.test(name)) continue;
      const list = await read(`checklists/${name}`);
      await write(`checklists/${list.id}-${copy}.yaml`, { ...list, id: `${list.id}-${copy}` });
    }
  }
  await write('roles.yaml', roles);
  await write('records.yaml', records);
}

interface Source {
  title: string;
  short: string;
  unitPrefix: string;
  units: { id: string }[];
  omitted: { id: string }[];
}
interface Role {
  name?: string;
}
interface Words {
  choices: Record<string, { options: Record<string, string> }>;
  blanks: Record<string, { printed: string }>;
}

/** A value as YAML holds it, each text in it changed. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]));
}

async function copyHandbook(root: string, id: string, suffix: string, change: (text: string) => string): Promise<void> {
  await mkdir(join(root, id + suffix));
  for (const name of await readdir(join(root, id))) {
    const text = (await readFile(join(root, id, name), 'utf8')).replaceAll(`to="${id}:`, `to="${id}${suffix}:`);
    await writeFile(join(root, id + suffix, name), change(text));
  }
}

/** The text of the company's handbook as a client's document would have it, which holds no choices and no blanks. */
function plain(text: string, { choices, blanks }: Words): string {
  const optionsOf = (id: string) => Object.values(choices[id]?.options ?? {}).join('/');
  const printedOf = (id: string) => blanks[id]?.printed ?? '〇';
  return text
    .replace(/<Choice id="(\w+)" \/>/g, (_, id: string) => optionsOf(id))
    .replace(/<Blank id="(\w+)" \/>/g, (_, id: string) => printedOf(id))
    .replace(/\{\{choice:(\w+)\}\}/g, (_, id: string) => optionsOf(id))
    .replace(/\{\{blank:(\w+)\}\}/g, (_, id: string) => printedOf(id))
    .replace(/<\/?(Choice|Option|When)\b[^>]*>/g, '');
}

const heads = [...'営研製販購輸検設財企広総監資'];
const tails = [...'業究造売買送査計務画報括理材'];

/** Another department, product or place in every third sentence, and other numbers in all of them. */
function vary(text: string, copy: number): string {
  let sentence = 0;
  const lines = text.split('\n').map((line) => {
    // Not the components, the tables' rules and the head of the file.
    if (!/^(- |\d+\. )?[\p{Script=Han}\p{Script=Kana}]/u.test(line)) return line;
    return line.replace(/[^。]+。/g, (found) => {
      const other = found.replace(
        /(?<=[\p{Script=Han}\p{Script=Kana}、])\d+(?=[\p{Script=Han}\p{Script=Kana}])/gu,
        (number) => String(Number(number) + copy),
      );
      if (sentence++ % 3 > 0) return other;
      const word = `${heads[(copy * 5 + sentence) % heads.length]}${tails[(copy * 3 + sentence * 7) % tails.length]}`;
      return other.replace(/。$/, `（${word}${copy}部を含む）。`);
    });
  });
  return lines.join('\n');
}
