import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { listBuilt } from './built-files.ts';

const makesFile = /<(decision-file)\b[\s\S]*<\/\1>/;

/**
 * Puts the part of a decision's page that makes a file of the result beside the page, as `make.txt`: a quarter of its
 * weight, for the few who want one. It is text, so that nobody opens it as a page without a policy. While authors write,
 * under `astro dev`, it stands in the page.
 */
export default function setAside(): AstroIntegration {
  return {
    name: 'kitei:set-aside',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const path of await listBuilt(dir, /^decisions[/\\].*\.html$/)) {
          const html = await readFile(path, 'utf8');
          const [part] = makesFile.exec(html) ?? [];
          if (part === undefined) continue;
          await writeFile(path, html.replace(makesFile, ''));
          await writeFile(join(dirname(path), 'make.txt'), part);
        }
      },
    },
  };
}
