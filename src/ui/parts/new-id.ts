/** Hexadecimal digits, two for each byte, never the same again; randomUUID does not exist on plain http. */
export function newId(bytes = 4): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

/** Of a case: papers of many people may lie side by side. */
export function newCase(): string {
  return newId(8);
}
