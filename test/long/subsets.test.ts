import { test } from 'vitest';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import { expectSound, pickSubsets } from '../support/subsets.ts';

const { handbooks } = await readLibrary(contentRoot(), '/');

test.each(pickSubsets(handbooks, 64))('[%s] in force are sound and name no other', async (_, inForce) =>
  expectSound(contentRoot(), handbooks, inForce),
);
