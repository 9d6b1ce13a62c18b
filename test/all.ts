import { spawn } from 'node:child_process';
import { absentEngines } from './browser/support/engines.ts';

/*
 * `npm test`: all scripts that a change has to pass. Types, style and build need one core, so the unit tests, which use
 * as many as there are, run beside them; the browser needs the built site, and the machine for itself.
 */

const rounds = [[['test:unit'], ['test:types', 'test:lint', 'build']], [['test:browser']]];

/** Runs one script. What it prints comes out at once where nothing runs beside it, else in one piece when it has ended. */
function run(script: string, isAlone: boolean): Promise<boolean> {
  console.log(`${script} begins.`);
  const begin = Date.now();
  const child = spawn('npm', ['run', script], {
    shell: process.platform === 'win32',
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => printed.push(piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed));
      const seconds = Math.round((Date.now() - begin) / 1000);
      console.log(`\n${script} ${code === 0 ? 'is through' : 'FAILED'} after ${seconds} s.\n`);
      resolve(code === 0);
    });
  });
}

/** Runs scripts one after another up to the first that fails. @returns that one */
async function runLane(scripts: readonly string[], isAlone: boolean): Promise<string | undefined> {
  for (const script of scripts) if (!(await run(script, isAlone))) return script;
  return undefined;
}

for (const lanes of rounds) {
  const ends = await Promise.all(lanes.map((scripts) => runLane(scripts, lanes.length === 1)));
  const failed = ends.filter((script) => script !== undefined);
  if (failed.length === 0) continue;
  console.error(`Failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
  break;
}

if (absentEngines() !== '') console.log(absentEngines());
