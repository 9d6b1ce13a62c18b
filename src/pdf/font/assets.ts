/** What the manifest says; all other names follow from the hash. */
export interface FontManifest {
  format: 'kitei-font/1';
  /** Hexadecimal; over the bytes of all assets. */
  hash: string;
}

/** The one asset whose name is fixed: it leads to the others. */
export const manifestName = 'manifest.json';

/** Names of the assets of one cut of the font. Shard 0 is the core. */
export const assetNames = {
  index: (hash: string): string => `index.${hash}.bin`,
  variations: (hash: string): string => `variations.${hash}.bin`,
  shard: (hash: string, shard: number): string =>
    shard === 0 ? `core.${hash}.bin` : `shard-${String(shard).padStart(3, '0')}.${hash}.bin`,
};
