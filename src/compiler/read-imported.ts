import { join } from 'node:path';
import type { Amendments, ImportRecord, Originals } from '../core/regulation/imported.ts';
import type { Handbook } from '../core/regulation/library.ts';
import { isRestated } from '../core/regulation/notice.ts';
import { checkUnit } from './cite.ts';
import type { Faults, Place } from './faults.ts';
import { wholeFile } from './parse-content.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';

/** Folders of the files that an import leaves behind: one file for a handbook, which has its id as its name. */
export const importedFolders = ['originals', 'amendments', 'imports'] as const;

/** Names of the files that are there, without their ending, by folder. */
export type ImportedFiles = Record<(typeof importedFolders)[number], readonly string[]>;

/** What imports left behind of a handbook. */
export type Imported = Pick<Handbook, 'original' | 'amendments' | 'imported'>;

/**
 * Reads what imports left behind of one handbook, and holds it against the handbook: official wording belongs to units
 * of a restated one, what was inferred to one in its own words.
 */
export async function readImported(handbook: Handbook, files: ImportedFiles, faults: Faults): Promise<Imported> {
  const name = (folder: (typeof importedFolders)[number]) => `${folder}/${handbook.id}.yaml`;
  const at = (folder: (typeof importedFolders)[number]) => (path: string) => ({
    file: join(faults.root, name(folder)),
    path,
  });
  const has = (folder: (typeof importedFolders)[number]) => files[folder].includes(handbook.id);
  const original = has('originals') ? await readYaml(name('originals'), shapes.originals, faults) : undefined;
  const amendments = (has('amendments') && (await readYaml(name('amendments'), shapes.amendments, faults))) || [];
  const imported = has('imports') ? await readYaml(name('imports'), shapes.imports, faults) : undefined;
  if (original) checkOriginal(original, handbook, at('originals'), faults);
  checkAmendments(amendments, imported?.places ?? [], handbook, at('amendments'), faults);
  if (imported) checkImport(imported, handbook, at('imports'), faults);
  return { ...(original && { original }), amendments, ...(imported && { imported }) };
}

type At = (path: string) => Place;

function checkOriginal({ units }: Originals, handbook: Handbook, at: At, faults: Faults): void {
  if (!isRestated(handbook.source)) {
    const hint = 'このファイルを消してください。頁が、もう原文です。';
    faults.add('この手引は、文書の本文そのものです。', at(wholeFile), hint);
  }
  if (faults.isLost(`sources/${handbook.id}.yaml`)) return;
  for (const [unit, words] of Object.entries(units)) {
    checkUnit(unit, { handbooks: [handbook], provisions: new Map() }, at(`units.${unit}`), faults);
    if (words.trim() === '') faults.add('文がありません。', at(`units.${unit}`), 'この unit を消してください。');
  }
}

/** @param places of the document at the last import: some stand inside the provision of another */
function checkAmendments(
  amendments: Amendments,
  places: ImportRecord['places'],
  handbook: Handbook,
  at: At,
  faults: Faults,
): void {
  const changes = amendments.flatMap((edition) => edition.changes);
  /** What a later edition removed again an earlier one may name. */
  const gone = changes.filter(({ kind }) => kind === 'removed').map(({ anchor }) => anchor);
  const known = new Set([...anchorsOf(handbook), ...places.map(({ anchor }) => anchor), ...gone]);
  for (const [index, { on, changes }] of amendments.entries()) {
    const later = amendments[index - 1];
    if (later && later.on < on) {
      faults.add(
        '新しい版が先に並んでいません。',
        at(`[${index}].on`),
        `上に ${later.on} があります。新しい順に並べてください。`,
      );
    }
    for (const [nth, { anchor, kind, old, new: now }] of changes.entries()) {
      const place = at(`[${index}].changes[${nth}]`);
      const wants = { old: kind !== 'added', new: kind !== 'removed' };
      if (Boolean(old) !== wants.old || Boolean(now) !== wants.new) {
        const sides = [wants.old && 'old', wants.new && 'new'].filter(Boolean).join(' と ');
        faults.add(`「${kind}」に要る側と違います。`, place, `${sides} だけを書いてください。`);
      }
      if (faults.isLost(`handbooks/${handbook.id}/`)) continue;
      faults.checkKnown(
        'anchor',
        anchor,
        known,
        { ...place, path: `${place.path}.anchor` },
        `handbooks/${handbook.id}/`,
      );
    }
  }
}

function checkImport({ places }: ImportRecord, handbook: Handbook, at: At, faults: Faults): void {
  if (isRestated(handbook.source)) {
    const hint = `sources/${handbook.id}.yaml に「wording: original」と書くか、このファイルを消してください。`;
    faults.add('この手引は、要旨ということになっています。', at(wholeFile), hint);
  }
  const seen = new Set<string>();
  for (const [index, { anchor, inferred = {}, guessed = [], hints = [] }] of places.entries()) {
    const path = `places[${index}]`;
    if (seen.has(anchor)) {
      faults.add(
        `場所「${anchor}」が二度あります。`,
        at(`${path}.anchor`),
        '一つの anchor は、一か所だけにしてください。',
      );
    }
    seen.add(anchor);
    for (const [key, fields] of Object.entries({ guessed, hints })) {
      for (const [nth, field] of fields.entries()) {
        faults.checkKnown('field', field, Object.keys(inferred), at(`${path}.${key}[${nth}]`));
      }
    }
  }
}

function anchorsOf({ pages }: Handbook): string[] {
  return pages.flatMap(({ sections, provisions, hidden }) =>
    [...sections, ...provisions, ...hidden.sections, ...hidden.provisions].map(({ anchor }) => anchor),
  );
}
