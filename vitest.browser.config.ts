import { defineConfig } from 'vitest/config';

/** What takes minutes rather than seconds runs with `npm run test:long`. */
const slow = [
  'test/browser/{asset-inventory,axe-handbooks,desk-many,draft-states,many-files,pdf-speed,register-bound,register-files}.test.ts',
];

/** Journeys through the built site in a real browser; they need `dist/` as `npm run build` leaves it. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    exclude: process.env['KITEI_LONG'] ? [] : slow,
    globalSetup: ['test/browser/support/global-setup.ts'],
    // Modules and browser are loaded once; each test has a profile of its own.
    isolate: false,
    // Two files at a time, each with a browser of its own: more of them on two cores make each other time out.
    maxWorkers: 2,
    // A quiet machine needs a tenth of this; a busy one must not fail for being slow.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
