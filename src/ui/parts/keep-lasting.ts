/**
 * Asks the browser not to clear what this site keeps when room runs short. It may refuse, or ask the person: so it is asked
 * once something worth it is kept, and nothing hangs on the answer.
 */
export function keepLasting(): void {
  const { storage } = navigator;
  // On plain http there is none; some browsers have no persist().
  if (typeof storage?.persist !== 'function') return;
  storage
    .persisted()
    .then((isLasting) => isLasting || storage.persist())
    .catch(() => false);
}
