// @ts-check
import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import contentSecurityPolicy from './src/integrations/content-security-policy.ts';
import fontShards from './src/integrations/font-shards.ts';
import remarkHandbookComponents from './src/integrations/handbook-components.ts';
import { jsPdfAliases } from './src/integrations/jspdf-aliases.ts';
import regulations from './src/integrations/regulations.ts';
import siteSearch from './src/integrations/site-search.ts';

/** What nearly every page needs comes in one file: small ones cost a request each. */
const onEveryPage = /preload-helper|elements\/support\/(parts|load)\.ts$|elements\/search\/shortcut\.ts$/;

export default defineConfig({
  // A site under a path: KITEI_BASE=/kitei/ npm run build
  base: process.env.KITEI_BASE || '/',
  trailingSlash: 'always',
  // Its script would weigh a kilobyte on every page, to fetch what nobody asked for.
  prefetch: false,
  // The JSX rule eats the space between inline tags; Japanese text has few, but numbers and links stand in it.
  compressHTML: true,
  markdown: {
    processor: unified({ smartypants: false, remarkPlugins: [remarkCjkFriendly, remarkHandbookComponents] }),
  },
  integrations: [
    regulations(),
    starlight({
      title: '情報セキュリティ規程集',
      locales: { root: { label: '日本語', lang: 'ja' } },
      sidebar: [],
      // Our own dialog stands in its place; the index is built by siteSearch().
      pagefind: false,
      expressiveCode: false,
      credits: false,
      // src/pages/404.astro
      disable404Route: true,
      routeMiddleware: './src/integrations/route-data.ts',
      markdown: { processedDirs: ['./content/handbooks'] },
      customCss: ['./src/styles/theme.css', './src/styles/base.css', './src/styles/print.css'],
      components: {
        PageTitle: './src/components/overrides/PageTitle.astro',
        Search: './src/components/overrides/Search.astro',
        Footer: './src/components/overrides/Footer.astro',
        ThemeProvider: './src/components/overrides/ThemeProvider.astro',
        LanguageSelect: './src/components/overrides/LanguageSelect.astro',
      },
    }),
    fontShards(),
    siteSearch(),
    contentSecurityPolicy(),
  ],
  vite: {
    resolve: { alias: jsPdfAliases },
    // Module workers, so that what a worker loads by import() stays apart.
    worker: { format: 'es' },
    build: {
      // Scripts are files, so that the policy needs no hash for them and browsers keep them.
      assetsInlineLimit: 0,
    },
    environments: {
      client: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: onEveryPage }] } } } },
      },
    },
  },
});
