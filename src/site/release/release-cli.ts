import { runCommand, UsageError } from '../../compiler/content-option.ts';
import { contentRoot } from '../../compiler/library.ts';
import { makeRelease } from './make-release.ts';
import { type Step, steps } from './raise-version.ts';

/** `npm run release -- patch|minor|major`: makes the next version, and says what is left to do. Exit 1 where it cannot. */
await runCommand(async () => {
  const [step, ...more] = process.argv.slice(2);
  if (!isStep(step) || more.length > 0) {
    throw new UsageError('書き方: npm run release -- patch|minor|major（直しただけ・加えた・前と合わない）');
  }
  const { version, frozen } = await makeRelease('.', contentRoot(), step);
  console.info(
    [
      `版を ${version} に上げました。`,
      ...(frozen.length > 0 ? [`これからの全部の版が同じに作り直す見本: ${frozen.join('、')}`] : []),
      '続けて、次のことをしてください。',
      '  npm ci && npm test',
      `  git add -A && git commit -m "Release ${version}" && git tag v${version}`,
      '  npm run build    # できた dist/ を公開する',
    ].join('\n'),
  );
});

function isStep(word: string | undefined): word is Step {
  return steps.some((step) => step === word);
}
