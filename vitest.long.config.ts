import { defineConfig } from 'vitest/config';

/** What takes minutes and is run by hand: `npm run test:long`. */
export default defineConfig({
  test: { include: ['test/long/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000 },
});
