import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPdfFont } from '../../src/pdf/font/load-pdf-font.ts';
import { serveFontFiles, writeFontFiles } from '../../src/site/font-shards.ts';

const target = mkdtempSync(join(tmpdir(), 'kitei-font-'));
afterAll(() => rmSync(target, { recursive: true }));

describe('writeFontFiles', () => {
  test('puts a font that loads, and its licence, into the site', async () => {
    const count = await writeFontFiles(process.cwd(), pathToFileURL(`${target}/`));
    const folder = join(target, 'pdf-font');
    expect(readdirSync(folder)).toHaveLength(count);
    const font = await loadPdfFont(async (name) => new Uint8Array(readFileSync(join(folder, name))));
    await font.ensure('𩸽');
    expect(font.findMissing('𩸽')).toEqual([]);
    expect(readFileSync(join(folder, 'OFL.txt'), 'utf8')).toContain('SIL Open Font License');
  });
});

describe('serveFontFiles', () => {
  test.each(['/', '/kitei/'])('serves the same in dev under %s, and leaves other paths alone', async (base) => {
    const handle = serveFontFiles(process.cwd(), base);
    const server = createServer((request, response) => handle(request, response, () => response.writeHead(404).end()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The server has no port.');
      const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${address.port}${path}`);
      const manifest = await get(`${base}pdf-font/manifest.json?v=1`);
      expect(manifest.headers.get('content-type')).toBe('application/json');
      const parsed: unknown = await manifest.json();
      expect(parsed).toMatchObject({ format: 'kitei-font/1' });
      expect((await get(`${base}pdf-font/none.bin`)).status).toBe(404);
      expect((await get(`${base}nerima/`)).status).toBe(404);
    } finally {
      server.close();
    }
  });
});
