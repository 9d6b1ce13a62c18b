/** A text as a part of a regular expression that finds it; not for use inside `[ ]`. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
