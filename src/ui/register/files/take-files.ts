import { mostFileBytes } from '../../../core/text/limits.ts';
import { part } from '../../parts/parts.ts';
import { readHead } from '../../parts/read-text-file.ts';
import type { RegisterContext } from '../register-context.ts';
import { tellFile, words } from './file-words.ts';
import { openSheetImport } from './sheet-import.ts';
import { takeBackup } from './take-backup.ts';
import { takePapers } from './take-papers.ts';

/** Takes files of any kind into the register: what they are is told by their first bytes, not by their names. */
export async function takeFiles(context: RegisterContext, files: readonly File[]): Promise<void> {
  const { root, say } = context;
  say('');
  part(root, '[data-files-results]', HTMLElement).replaceChildren();
  const busy = part(root, '[data-files-busy]', HTMLElement);
  busy.hidden = false;
  try {
    const papers: File[] = [];
    const tables: File[] = [];
    for (const file of files) {
      const kind = file.size > mostFileBytes ? 'tooLarge' : await findKind(file);
      if (kind === 'paper') papers.push(file);
      else if (kind === 'table') tables.push(file);
      else if (kind === 'backup') await takeBackup(context, file);
      else tellFile(context, file, words(context, [kind]));
    }
    if (papers.length > 0) await takePapers(context, papers);
    const [table, ...others] = tables;
    for (const file of others) tellFile(context, file, words(context, ['oneTable']));
    if (table) {
      await openSheetImport(context, table, () => {
        busy.hidden = true;
      });
    }
  } finally {
    busy.hidden = true;
  }
}

async function findKind(file: File): Promise<'paper' | 'backup' | 'table' | 'unreadable'> {
  try {
    const head = await readHead(file, 100);
    if (head.startsWith('%PDF-')) return 'paper';
    return /^\s*[{[]/.test(head) ? 'backup' : 'table';
  } catch {
    // Moved, deleted, or locked by another program.
    return 'unreadable';
  }
}
