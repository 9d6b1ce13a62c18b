import { findBrowser } from './launch.ts';
import { requireBuild } from './site-folder.ts';

/**
 * Runs once before all browser tests. A stale site would make them tell about a program that no longer exists, and a
 * browser to be unpacked is better unpacked once than by every worker.
 */
export default async function prepare(): Promise<void> {
  await requireBuild();
  await findBrowser();
}
