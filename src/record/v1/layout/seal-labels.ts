/** What is written on the lines of a seal box, and what is pressed into the square beside them, if anything. */
export function splitSealLabels(labels: readonly string[]): { written: string[]; sealLabel: string | undefined } {
  const sealLabel = labels.find((label) => label.includes('印'));
  return { written: labels.filter((label) => label !== sealLabel), sealLabel };
}
