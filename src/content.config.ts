import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';

// The handbooks' MDX is rendered by Astro; everything else under content/ is read by src/compiler/library.ts.
export const collections = {
  docs: defineCollection({ loader: glob({ base: './content/handbooks', pattern: '**/*.mdx' }), schema: docsSchema() }),
  i18n: defineCollection({ loader: glob({ base: './content/i18n', pattern: '*.json' }), schema: i18nSchema() }),
};
