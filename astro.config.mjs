// @ts-check
import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { contentRoot } from './src/compiler/library.ts';
import { defaultTitle } from './src/core/brand/brand.ts';
import brandStyles from './src/site/brand-styles.ts';
import { contentFolder } from './src/site/content-folder.ts';
import contentSecurityPolicy from './src/site/content-security-policy.ts';
import fontShards from './src/site/font-shards.ts';
import remarkHandbookComponents from './src/site/handbook-components.ts';
import { jsPdfAliases } from './src/site/jspdf-aliases.ts';
import { lateParts } from './src/site/late-parts.ts';
import regulations from './src/site/regulations.ts';
import setAside from './src/site/set-aside.ts';
import siteSearch from './src/site/site-search.ts';
import { layerOrder, sheetOf } from './src/site/style-sheets.ts';
import trimStyles from './src/site/trim-styles.ts';
import { workerAliases } from './src/site/worker-aliases.ts';

/** What nearly every page needs comes in one file: small ones cost a request each. */
const onEveryPage =
  /preload-helper|ui\/parts\/(parts|load|live-element|to-words)\.ts$|ui\/search\/shortcut\.ts$|stores\/shared-device-key\.ts$/;

/**
 * What pages with something to fill in begin with, by who shares it: in files of its own, each module would cost some
 * hundred bytes more. A group draws in what its modules stand on, unless a group before it has that.
 */
const shared = {
  draft: /\/nanostores\/|src\/(?:stores\/(?:draft|draft-format|shared-device)|ui\/parts\/(?:context|attempt))\.ts$/,
  tool: /src\/(?:stores\/addressee|ui\/parts\/new-id|record\/v1\/(?:read-values|header\/header|company\/unset)|core\/text\/id)\.ts$/,
  texts: /src\/(?:core\/text\/(?:date|number|fold)|record\/v1\/header\/sent-header)\.ts$/,
  states: /src\/record\/v1\/checklist\/(?:statuses|about|expiry)\.ts$/,
  small: /src\/ui\/parts\/(?:ask|format-time|warn-before-leaving)\.ts$/,
  characters: /src\/core\/text\/(?:characters|limits)\.ts$/,
  search: /src\/(?:search\/(?!fold)|ui\/search\/(?!shortcut|home-search|site-search|dialog|report))[a-z-]+\.ts$/,
  written: /src\/(?:core\/text\/japan-time|ui\/parts\/written-forms)\.ts$/,
  list: /src\/stores\/draft-list\.ts$/,
  answers:
    /src\/(?:stores\/checklist-drafts|record\/v1\/checklist\/(?:answer-set|asked|count|evidence|read-answers))\.ts$/,
  box: /src\/stores\/draft-box\.ts$/,
  words: /src\/record\/v1\/(?:company\/words|basis|header\/file-name)\.ts$/,
  drafts:
    /src\/(?:stores\/drafted|ui\/drafts\/(?!kept)[a-z-]+|ui\/parts\/(?:hosts|draft-address|show-shared-device|error-summary)|ui\/sign\/document-host)\.ts$/,
  worker: /src\/ui\/parts\/ask-worker\.ts$/,
  decision:
    /src\/record\/v1\/decision\/(?:combinations|condition|decide|describe|given|may-hold|read-answers|stages)\.ts$/,
  form: /src\/(?:core\/form\/rows|ui\/form\/form-values|record\/v1\/form\/(?:sent-text|given|answer-set|fill|read-answers|limits)|core\/text\/moment)\.ts$/,
};

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
      // The company's own name takes its place: src/site/brand-head.ts.
      title: defaultTitle,
      locales: { root: { label: '日本語', lang: 'ja' } },
      sidebar: [],
      // Our own dialog stands in its place; the index is built by siteSearch().
      pagefind: false,
      expressiveCode: false,
      credits: false,
      // src/pages/404.astro
      disable404Route: true,
      routeMiddleware: './src/site/route-data.ts',
      markdown: { processedDirs: [join(contentRoot(), 'handbooks')] },
      // Before every sheet, in whatever order the pages link them.
      head: [{ tag: 'style', content: layerOrder }],
      customCss: ['theme', 'base', 'primitives', 'print'].map((name) => `./src/styles/${name}.css`),
      components: {
        Header: './src/ui/frame/Header.astro',
        PageFrame: './src/ui/frame/PageFrame.astro',
        PageTitle: './src/ui/frame/PageTitle.astro',
        MobileMenuFooter: './src/ui/frame/MobileMenuFooter.astro',
        Footer: './src/ui/frame/Footer.astro',
        ThemeProvider: './src/ui/frame/ThemeProvider.astro',
      },
    }),
    fontShards(),
    siteSearch(),
    trimStyles(),
    setAside(),
    contentSecurityPolicy(),
  ],
  vite: {
    plugins: [contentFolder(contentRoot()), brandStyles(), lateParts()],
    resolve: { alias: { ...jsPdfAliases, ...workerAliases } },
    // Module workers, so that what a worker loads by import() stays apart.
    worker: { format: 'es' },
    build: {
      // Scripts are files, so that the policy needs no hash for them and browsers keep them.
      assetsInlineLimit: 0,
    },
    environments: {
      prerender: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: sheetOf, test: /type=style/ }] } } } },
      },
      client: {
        build: {
          rolldownOptions: {
            output: {
              // The names of what a page may fetch later stand in its scripts: short ones weigh less.
              chunkFileNames: '_astro/[hash].js',
              codeSplitting: {
                groups: Object.entries({ base: onEveryPage, ...shared }).map(([name, test]) => ({ name, test })),
              },
            },
          },
        },
      },
    },
  },
});
