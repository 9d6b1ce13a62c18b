import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPdfFont } from '../../src/pdf/font/load-pdf-font.ts';
import type { PdfFont } from '../../src/pdf/font/pdf-font.ts';
import { findFontSources, readFontFiles } from '../../src/site/font-files.ts';

const root = process.cwd();
const cache = join(root, 'node_modules/.cache/kitei-font');
// Taken when this module loads, as the cutter does: a file edited later must not give an old cut a new name.
const folder = join(cache, toState());

/** The font as a browser would load it, with the names of the assets it has asked for. */
export interface NodeFont {
  font: PdfFont;
  fetched: string[];
}

/** Loads the site's font in Node. The cut is kept in node_modules/.cache until a file changes that goes into it. */
export async function loadNodeFont(): Promise<NodeFont> {
  cutOnce();
  const fetched: string[] = [];
  const font = await loadPdfFont(async (name) => {
    fetched.push(name);
    return new Uint8Array(readFileSync(join(folder, name)));
  });
  return { font, fetched };
}

/** The folder with the cut font's files, cut now if need be. */
export function cutOnce(): string {
  if (existsSync(folder)) return folder;
  removeOldCuts();
  // Test files run side by side: each writes beside, the first to finish puts its folder in place.
  const mine = `${folder}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  mkdirSync(mine, { recursive: true });
  for (const [name, bytes] of readFontFiles(root)) writeFileSync(join(mine, name), bytes);
  try {
    renameSync(mine, folder);
  } catch {
    // Another process was first; its files are the same.
    rmSync(mine, { recursive: true });
  }
  return folder;
}

function toState(): string {
  const state = createHash('sha256');
  for (const path of findFontSources(root)) state.update(path).update(readFileSync(join(root, path)));
  return state.digest('hex').slice(0, 16);
}

/** A cut weighs 5 MB; one of an hour ago is nobody's any more. */
function removeOldCuts(): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 60 * 60 * 1000) rmSync(path, { recursive: true, force: true });
  }
}
