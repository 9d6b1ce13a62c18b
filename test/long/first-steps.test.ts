import { afterEach, describe, expect, test } from 'vitest';
import { copyProject, type ProjectCopy } from './support/copy-project.ts';
import { firstSteps } from './support/first-steps.ts';

let copy: ProjectCopy | undefined;
afterEach(async () => {
  await copy?.remove();
  copy = undefined;
});

/** The tests that look at content/; test/frozen-content.test.ts holds that no others do. */
const contentTests = ['test/content', 'test/site'];

describe('npm test stays green after the first step of a company:', () => {
  test.each(Object.keys(firstSteps))('%s', { timeout: 3_600_000 }, async (step) => {
    copy = await copyProject();
    await firstSteps[step]?.(`${copy.folder}/content`);
    await copy.run('astro/bin/astro.mjs', 'build');
    const vitest = ['vitest/vitest.mjs', 'run', '--reporter=dot'] as const;
    expect(await copy.run(...vitest, ...contentTests)).toContain('passed');
    expect(await copy.run(...vitest, '--config', 'vitest.browser.config.ts')).toContain('passed');
  });
});
