/** Where a tab keeps that it stands on a device of several people. @param base path of the site */
export function sharedDeviceKey(base: string): string {
  return `kitei:${base}:shared-device`;
}

/** Whether it was said in this tab. @param storage of the session; a function, because reading it may throw */
export function isSaidShared(storage: () => Pick<Storage, 'getItem'>, base: string): boolean {
  try {
    return storage().getItem(sharedDeviceKey(base)) !== null;
  } catch {
    // Blocked: nothing is kept anyway.
    return false;
  }
}
