import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inspectLibrary } from '../compiler/inspection.ts';
import { contentRoot, loadLibrary, siteBase } from '../compiler/library.ts';
import { type Finding, type FindingKind, findingKinds } from '../core/inspection/finding.ts';
import { type Library, roleName } from '../core/regulation/library.ts';
import { fillText } from '../core/tailoring/wording.ts';

/**
 * Checks everything under content/ before a build begins, and writes `provisions.json`:
 * every provision with its typed fields, plain text and url, and the rows of the company's own lists, for other programs
 * to read. `regulation-check.json` holds
 * what the inspection of the regulations finds; the log counts it.
 */
export default function regulations(): AstroIntegration {
  return {
    name: 'kitei:regulations',
    hooks: {
      // Before Astro reads a page: it would stop at the first fault, in words of its own.
      'astro:config:setup': async ({ command }) => {
        if (command === 'build') await loadLibrary();
      },
      'astro:build:start': async ({ logger }) => {
        const library = await loadLibrary();
        const { provisions, handbooks, checklists } = library;
        logger.info(`${handbooks.length} handbooks, ${provisions.size} provisions, ${checklists.length} check lists`);
        const { findings } = await inspectLibrary(contentRoot(), library);
        logger.info(`inspection: ${countKinds(findings)}; see regulation-check.json`);
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(contentRoot());
        server.watcher.on('change', (path) => {
          if (!path.startsWith(resolve(contentRoot())) || !path.endsWith('.yaml')) return;
          // The company's words and the glossary are in the compiled pages.
          server.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:done': async ({ dir }) => {
        const library = await loadLibrary();
        const provisions = [...library.provisions.values()].map(({ marked: _, checked: _checked, ...provision }) => {
          const named = (id: string) => ({ id, name: roleName(library, provision.handbook, id) });
          return {
            ...provision,
            actors: provision.actors.map(named),
            approvers: provision.approvers.map(named),
            url: siteBase() + provision.url,
          };
        });
        const handbooks = library.handbooks.map(({ id, source: { title, publisher, version, status, wording } }) => ({
          id,
          title,
          publisher,
          version,
          status,
          wording: wording ?? 'restated',
        }));
        await mkdir(fileURLToPath(dir), { recursive: true });
        const json = JSON.stringify(
          { format: 'kitei-provisions/1', handbooks, lists: listsOf(library), provisions },
          undefined,
          1,
        );
        await writeFile(fileURLToPath(new URL('provisions.json', dir)), `${json}\n`);
        await writeFile(fileURLToPath(new URL('regulation-check.json', dir)), await toReport(library));
      },
    },
  };
}

/** The company's own rows; a list that still has the sample's is none of the company. */
function listsOf({ lists, wording }: Library) {
  return lists.flatMap(({ id, list, places }) =>
    list.rows === undefined
      ? []
      : {
          id,
          title: list.title,
          provisions: places.map(({ citation }) => citation),
          columns: list.columns.map(({ id, label, kind = 'line' }) => ({ id, label: fillText(label, wording), kind })),
          rows: list.rows.map((row) => mapTexts(row, (text) => fillText(text, wording))),
        },
  );
}

function mapTexts(row: Readonly<Record<string, string>>, to: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([id, text]) => [id, to(text)]));
}

/** The findings of the inspection as other programs read them. */
async function toReport(library: Library): Promise<string> {
  const { input, findings } = await inspectLibrary(contentRoot(), library);
  const report = {
    format: 'kitei-regulation-check/1',
    checkedOn: input.rules.checkedOn,
    counts: Object.fromEntries(findingKinds.map((kind) => [kind, count(findings, kind)])),
    findings: findings.map(({ places, ...finding }) => ({
      ...finding,
      places: places.map(({ label, url }) => ({ label, url: siteBase() + url })),
    })),
  };
  return `${JSON.stringify(report, undefined, 1)}\n`;
}

function countKinds(findings: readonly Finding[]): string {
  return findingKinds.map((kind) => `${count(findings, kind)} ${kind}`).join(', ');
}

function count(findings: readonly Finding[], kind: FindingKind): number {
  return findings.filter((finding) => finding.kind === kind).length;
}
