import { existsSync, statSync } from 'node:fs';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { describeOption } from './describe-option.ts';
import { ContentError } from './faults.ts';
import { contentRoot } from './library.ts';

/** A command line that cannot be followed, and what to write instead. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * What was written behind a command. Every one takes `--content DIR`, a path from where it runs or from the root; left
 * out, the folder of KITEI_CONTENT, or `content`.
 * @param usage how it is called, for people who call it otherwise
 * @throws UsageError for an option that there is not, and for a folder that is none
 */
export function readCommand<Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  try {
    const all = { ...options, content: { type: 'string' } } satisfies ParseArgsOptionsConfig;
    const { values, positionals } = parseArgs({ allowPositionals: true, options: all });
    const root = 'content' in values && typeof values.content === 'string' ? values.content : contentRoot();
    if (!existsSync(root) || !statSync(root).isDirectory()) {
      throw new UsageError(
        `内容のフォルダー ${root} がありません。npm run init -- ${root} で作ってから、もう一度どうぞ。`,
      );
    }
    return { values, positionals, root };
  } catch (fault) {
    if (fault instanceof UsageError || !(fault instanceof TypeError)) throw fault;
    throw new UsageError(`${describeOption(fault)}\n書き方: ${usage}`);
  }
}

/** Runs a command; what its author or an author of content can mend is printed without a stack, and ends it with 1. */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (fault) {
    if (!(fault instanceof UsageError || fault instanceof ContentError)) throw fault;
    console.error(fault.message);
    process.exitCode = 1;
  }
}
