import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';

// The handbooks' MDX is rendered by Astro; everything else under content/ is read by src/compiler/library.ts.
const root = process.env['KITEI_CONTENT'] || './content';

export const collections = {
  docs: defineCollection({ loader: glob({ base: `${root}/handbooks`, pattern: '**/*.mdx' }), schema: docsSchema() }),
  i18n: defineCollection({ loader: glob({ base: `${root}/i18n`, pattern: '*.json' }), schema: i18nSchema() }),
};
