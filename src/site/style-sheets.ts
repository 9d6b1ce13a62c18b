import { readFileSync } from 'node:fs';

/** The statement of src/styles/layers.css. */
export const layerOrder = readFileSync(new URL('../styles/layers.css', import.meta.url), 'utf8')
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/(?<=,)\s+|\n/g, '');

/** What stands on every page; the bundler puts it in the common sheet. */
const everywhere = ['frame', 'parts'];

/** Pages that are shown with the styles of a tool of another name. */
const toolOf: Record<string, string> = {
  amendments: 'views',
  glossary: 'handbook',
  imports: 'views',
  originals: 'handbook',
  records: 'views',
  'regulation-check': 'inspection',
  roles: 'views',
  schedule: 'views',
};

/** The sheet that takes the styles of a component: one for each tool with its pages, since small ones cost a request each. */
export function sheetOf(id: string): string | null {
  const [, folder = ''] = /\/src\/(?:ui|pages)\/([a-z-]+)[/.]/.exec(id) ?? [];
  return folder === '' || everywhere.includes(folder) ? null : (toolOf[folder] ?? folder);
}
