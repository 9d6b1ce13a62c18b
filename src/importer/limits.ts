/** Largest file that is read, in bytes. */
export const mostImportBytes = 50 * 1024 * 1024;

/** What a larger one is told. */
export const tooLarge = 'ファイルが大きすぎます（50MBまで）。画像を除いて保存し直すか、章ごとに分けてください。';
