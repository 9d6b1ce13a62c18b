import { test } from 'vitest';
import { contentRoot } from '../../src/compiler/library.ts';
import { shareLibrary } from '../support/share-library.ts';
import { expectSound, pickSubsets } from '../support/subsets.ts';

const { handbooks } = await shareLibrary(contentRoot());

// All of them are tried in test/long/subsets.test.ts.
test.each(pickSubsets(handbooks, 4))(
  'of the handbooks of this site, [%s] in force are sound and name no other',
  { timeout: 120_000 },
  async (_, inForce) => expectSound(contentRoot(), handbooks, inForce),
);
