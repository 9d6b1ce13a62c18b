/** Eight hexadecimal digits; randomUUID does not exist on plain http. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
