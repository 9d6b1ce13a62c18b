/** Some part of the code or of the font did not arrive. */
export class LoadError extends Error {
  override name = 'LoadError';
}

/**
 * Waits for `import(…)`.
 * @throws LoadError when it does not arrive; browsers themselves throw a TypeError, as for a fault of ours
 */
export async function load<T>(arriving: Promise<T>): Promise<T> {
  try {
    return await arriving;
  } catch (cause) {
    throw new LoadError('A part of the page did not arrive.', { cause });
  }
}
