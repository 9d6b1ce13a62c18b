/**
 * The versions of kitei that were published, oldest first: what a file may say of its maker. Files of 0.1.0 were never
 * published. `npm run release` adds the version that it makes.
 */
export const releases: readonly string[] = [];
