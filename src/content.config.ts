import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { contentRoot, loadLibrary } from './compiler/library.ts';
import { listPagePatterns } from './site/content-folder.ts';

// The handbooks' MDX is rendered by Astro; everything else in the content folder is read by src/compiler/library.ts.
const { handbooks } = await loadLibrary();
const pages = listPagePatterns(contentRoot(), handbooks);

export const collections = {
  docs: defineCollection({ loader: glob(pages), schema: docsSchema() }),
  i18n: defineCollection({ loader: glob({ base: './content/i18n', pattern: '*.json' }), schema: i18nSchema() }),
};
