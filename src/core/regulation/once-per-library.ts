import type { Library } from './library.ts';

/**
 * Lists what a library holds once: every page asks, and on a site of many documents asking anew each time would take
 * longer than all the rest of the build. A library does not change once it is read.
 */
export function oncePerLibrary<List>(list: (library: Library) => List): (library: Library) => List {
  const known = new WeakMap<Library, { list: List }>();
  return (library) => {
    const found = known.get(library) ?? { list: list(library) };
    known.set(library, found);
    return found.list;
  };
}
