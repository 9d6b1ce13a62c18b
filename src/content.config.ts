import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { orThrow } from './compiler/faults.ts';
import { contentRoot } from './compiler/library.ts';
import { readTailoring } from './compiler/read-tailoring.ts';
import { listPagePatterns } from './site/content-folder.ts';

// The handbooks' MDX is rendered by Astro; everything else in the content folder is read by src/compiler/library.ts.
const { sources } = await orThrow(contentRoot(), readTailoring);
const pages = listPagePatterns(contentRoot(), [...sources.keys()]);

export const collections = {
  docs: defineCollection({ loader: glob(pages), schema: docsSchema() }),
  i18n: defineCollection({ loader: glob({ base: './content/i18n', pattern: '*.json' }), schema: i18nSchema() }),
};
