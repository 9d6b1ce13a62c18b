// Fetched with the first words that a search leaves for the page; from then on it looks by itself for further ones. It stands
// between, because who imports a module names every file that module needs.
import('./show-marks.ts')
  .then(({ watchMarks }) => watchMarks(document.querySelector<HTMLElement>('site-search')?.dataset['base'] ?? '/'))
  .catch(() => undefined);

export {};
