import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/long/**', 'test/bench/**'],
    // Vitest leaves a core to itself; on two of them that is half of all.
    maxWorkers: '100%',
    // No test leaves anything behind in globals: modules are loaded once, which saves a quarter of the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
