import { requireBuild } from './site-folder.ts';

/** Runs once before all browser tests: a stale site would make them tell about a program that no longer exists. */
export default requireBuild;
