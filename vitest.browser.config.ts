import { defineConfig } from 'vitest/config';

/** Journeys through the built site in a real browser; they need `dist/` as `npm run build` leaves it. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/support/require-build.ts'],
    // One browser at a time: two of them on two cores make each other time out.
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
