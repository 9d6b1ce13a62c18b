// On a page with text. It looks into the session alone, and fetches what marks words when a search has left any. Some pages
// have few bytes to spare: hence the key of marks-handover.ts once more, and a door with nothing behind its name.
const key = `kitei:${document.querySelector<HTMLElement>('site-search')?.dataset['base']}:marks`;

function look(): void {
  try {
    // Where it does not arrive, the page stays as it is.
    if (sessionStorage.getItem(key)) import('./door.ts').catch(() => 0);
  } catch {
    // Blocked: nothing was left either.
  }
}

look();
addEventListener('hashchange', look);
// A result may be the very place at which the page stands.
addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')?.href === location.href) setTimeout(look);
});

export {};
