import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { jsPdfAliases } from '../../src/site/jspdf-aliases.ts';

/**
 * Bytes in brotli of what a browser loads to run a module: the module and all it imports, without what it imports only
 * when asked.
 * @param entry path of the module; @param isOurs bundled as the site does it.
 */
export async function measureCode(entry: string, isOurs: boolean): Promise<number> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: isOurs ? jsPdfAliases : [] },
    build: {
      write: false,
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  if (!('output' in result)) throw new Error('Vite built nothing.');
  const chunks = result.output.filter((output) => output.type === 'chunk');
  const loaded = new Set<Rolldown.OutputChunk>();
  const load = (name: string): void => {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (chunk === undefined || loaded.has(chunk)) return;
    loaded.add(chunk);
    chunk.imports.forEach(load);
  };
  for (const { isEntry, fileName } of chunks) if (isEntry) load(fileName);
  return [...loaded].reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
}
