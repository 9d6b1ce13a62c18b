import { join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import type { ChecklistFile } from '../core/checklist/file-schema.ts';
import type { ChecklistPlace, Library } from '../core/regulation/library.ts';
import { noticeFor } from '../core/regulation/notice.ts';
import { foldText } from '../core/text/fold.ts';
import type { CheckItem, ChecklistDefinition } from '../record/v1/checklist/definition.ts';
import { clausesOf, meaningOf } from '../record/v1/checklist/meaning.ts';
import type { Worded } from '../record/v1/company/words.ts';
import { resolveCitation } from './cite.ts';
import type { Faults, Place } from './faults.ts';
import type { InForce } from './in-force/in-force.ts';
import { reduceChecklist } from './in-force/reduce-registers.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';
import { checkPlaceholders, toBasis, toWorded } from './to-worded.ts';

/**
 * Reads a check list and gives it the company's words and the addresses of what it cites.
 * @param name file name without ending; @param base the site's base path
 * @returns undefined where the file is too broken to go on with, or too little of it is left
 */
export async function readChecklist(
  name: string,
  library: Library,
  base: string,
  inForce: InForce,
  faults: Faults,
): Promise<{ asked: Worded<ChecklistDefinition>; without: readonly string[]; place: ChecklistPlace } | undefined> {
  const file = join(faults.root, 'checklists', `${name}.yaml`);
  const read = await readYaml(`checklists/${name}.yaml`, shapes.checklist, faults);
  if (!read) return undefined;
  const reduced = reduceChecklist(read, inForce);
  if ('reason' in reduced) {
    inForce.leftOut.push({ kind: 'checklist', id: read.id, reason: reduced.reason });
    return undefined;
  }
  const { list, places, without } = reduced;
  faults.reduce(file, (path) => places.toFile(path));
  checkIds(list, name, file, faults);
  checkEach(list, file, faults);
  checkPlaceholders(list, library.wording, { file, path: '' }, faults);
  for (const [index, citation] of list.basis?.entries() ?? []) {
    resolveCitation(library, citation, { file, path: `basis[${index}]` }, faults);
  }
  const { basis: _, guidanceNote: __, retired: ___, asks = [], group, sections, ...head } = list;
  const template: ChecklistDefinition = {
    ...head,
    notice: toNotice(list, library),
    sections: sections.map(({ items, ...section }, s) => ({
      ...section,
      items: items.map((item, i) => toItem(item, { file, path: `sections[${s}].items[${i}]` }, library, base, faults)),
    })),
  };
  const first = list.basis?.[0] ?? sections.flatMap(({ items }) => items.flatMap(({ citations = [] }) => citations))[0];
  const handbook = library.provisions.get(first ?? '')?.handbook;
  const place = { basis: list.basis ?? [], asks, ...(group && { group }), ...(handbook !== undefined && { handbook }) };
  return { asked: toWorded(template, library.wording, file, faults), without, place };
}

/** A list that rests on a restated document says so; one of the company's own says what its author wrote, if anything. */
function toNotice({ basis = [], notice = '', guidanceNote = '' }: ChecklistFile, library: Library): string {
  const first = library.provisions.get(basis[0] ?? '');
  const source = library.handbooks.find(({ id }) => id === first?.handbook)?.source;
  return noticeFor(source ? [source] : []) + notice + guidanceNote;
}

type FileItem = ChecklistFile['sections'][number]['items'][number];

function toItem(
  { citations = [], ...item }: FileItem,
  { file, path }: Place,
  library: Library,
  base: string,
  faults: Faults,
): CheckItem {
  checkOptions(item, { file, path }, faults);
  const basis = citations.flatMap((citation, c) =>
    toBasis(citation, library, base, { file, path: `${path}.citations[${c}]` }, faults),
  );
  const clauses = clausesOf(listOriginals(citations, library), sha256);
  return { ...item, basis, meaning: meaningOf(item, sha256), ...(clauses === undefined ? {} : { clauses }) };
}

/** The texts, among those cited, that stand in their own wording: a restated one is a summary, and may be put better. */
function listOriginals(citations: readonly string[], library: Library): string[] {
  return citations.flatMap((citation) => {
    const provision = library.provisions.get(citation) ?? library.hidden.get(citation);
    const source = library.handbooks.find(({ id }) => id === provision?.handbook)?.source;
    return provision && source?.wording === 'original' ? [provision.text] : [];
  });
}

/** An answer is the words of its option: two must not be the same, and none may be another company's other word. */
function checkOptions({ answer }: Omit<FileItem, 'citations'>, { file, path }: Place, faults: Faults): void {
  if (!answer || !('options' in answer)) return;
  const seen = new Set<string>();
  for (const [index, option] of answer.options.entries()) {
    const at = { file, path: `${path}.answer.options[${index}]` };
    const folded = foldText(option);
    if (seen.has(folded))
      faults.add(`選択肢「${option}」が二度あります。`, at, '一つの選択肢は、一度だけ書いてください。');
    if (option.includes('{{'))
      faults.add('選択肢に、会社の言葉（{{…}}）は書けません。', at, '選ぶ人が見るとおりに書いてください。');
    seen.add(folded);
  }
  const named = [
    ...(answer.noted ?? []).map((option, index) => [option, `noted[${index}]`] as const),
    ...(answer.alone === undefined ? [] : [[answer.alone, 'alone'] as const]),
  ];
  for (const [option, key] of named.filter(([one]) => !answer.options.includes(one))) {
    const hint = `options にある言葉のとおりに書いてください: ${answer.options.join('、')}。`;
    faults.add(`「${option}」は、選択肢にありません。`, { file, path: `${path}.answer.${key}` }, hint);
  }
  if (answer.alone !== undefined && answer.kind === 'one')
    faults.add(
      'alone は、kind: several の答えにだけ書けます。',
      { file, path: `${path}.answer.alone` },
      'この行を消してください。',
    );
}

/** What tells files apart is typed: a choice would hold many of one company for the same. */
function checkEach({ each, sections }: ChecklistFile, file: string, faults: Faults): void {
  if (each === undefined || each === 'checker') return;
  const item = sections.flatMap(({ items }) => items).find(({ id }) => id === each);
  if (item?.answer?.kind === 'text') return;
  const hint = '「checker」か、文で答える項目（answer: { kind: text }）の id を書いてください。';
  faults.add(`each の「${each}」は、文で答える項目ではありません。`, { file, path: 'each' }, hint);
}

function checkIds(list: ChecklistFile, name: string, file: string, faults: Faults): void {
  if (list.id !== name) {
    faults.add(`id「${list.id}」が、ファイルの名前と違います。`, { file, path: 'id' }, `「${name}」と書いてください。`);
  }
  const seen = new Set<string>();
  const retired = new Set(list.retired);
  const once = (key: string, path: string) => {
    if (seen.has(key)) faults.add(`${key}が二度あります。`, { file, path }, 'id と番号は、一度だけ使えます。');
    seen.add(key);
  };
  for (const [s, section] of list.sections.entries()) {
    once(`分類の id「${section.id}」`, `sections[${s}].id`);
    for (const [i, item] of section.items.entries()) {
      once(`id「${item.id}」`, `sections[${s}].items[${i}].id`);
      if (retired.has(item.id)) {
        const hint = 'まだ使っていない id を付けてください。残っている回答が、別の問いのものになってしまいます。';
        faults.add(
          `id「${item.id}」は、なくした問いのもの（retired）です。`,
          { file, path: `sections[${s}].items[${i}].id` },
          hint,
        );
      }
      once(`番号 ${item.number} `, `sections[${s}].items[${i}].number`);
    }
  }
}
