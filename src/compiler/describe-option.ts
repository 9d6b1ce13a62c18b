/** Japanese for what Node says of an option that there is not, or that lacks its value. @param fault of parseArgs() */
export function describeOption(fault: unknown): string {
  const option = /'(-[^' ]*)/.exec(fault instanceof Error ? fault.message : '')?.[1];
  return option === undefined ? '指定の書き方が違います。' : `${option} の書き方が違います。`;
}
