/**
 * A command for a content folder as one types it: the programs that read it take `--content`, the site is told by the
 * environment, for which Windows has another spelling.
 */
export function commandFor(root: string, command: string, platform: string = process.platform): string {
  if (root === 'content') return command;
  const folder = /[^\p{L}\p{N}_./\\:~+-]/u.test(root) ? `'${root}'` : root;
  if (!/^npm (?:start|run (?:build|dev))$/.test(command)) {
    return `${command}${command.includes(' -- ') ? '' : ' --'} --content ${folder}`;
  }
  return platform === 'win32' ? `$env:KITEI_CONTENT='${root}'; ${command}` : `KITEI_CONTENT=${folder} ${command}`;
}
