import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';

const SourceNameSchema = z.object({ title: z.string(), readWhen: z.optional(z.string()) });

/** A document that lies in the content folder, in force or not. */
export interface NamedSource {
  id: string;
  title: string;
  readWhen: string;
}

/** Every document of a content folder by its id, also those that organization.yaml leaves out; what cannot be read is told elsewhere. */
export async function listSources(root: string): Promise<NamedSource[]> {
  const folder = join(root, 'sources');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort();
  const sources = await Promise.all(
    files.map(async (file): Promise<NamedSource[]> => {
      const read = z.safeParse(SourceNameSchema, parse(await readFile(join(folder, file), 'utf8')));
      if (!read.success) return [];
      return [{ id: file.slice(0, -'.yaml'.length), title: read.data.title, readWhen: read.data.readWhen ?? '' }];
    }),
  );
  return sources.flat();
}
