import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser with another engine than Chromium's, driven by what its makers ship with it. */
export interface Engine {
  goTo(url: string): Promise<void>;
  /** Runs an expression in the page, which may be a promise, and gives its value as JSON has it. */
  run<T>(expression: string): Promise<T>;
  /** Presses a key of WebDriver's table, e.g. `\uE00C` for Escape, or types letters. */
  type(keys: string): Promise<void>;
  /** The page on A4 as a PDF; only where the driver prints. */
  print?(): Promise<Uint8Array>;
  close(): Promise<void>;
}

const firefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
const webKitDriver = '/usr/bin/WebKitWebDriver';
const xvfb = '/usr/bin/Xvfb';
const [miniBrowser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').toSorted().reverse();
const hasWebKit = existsSync(webKitDriver) && existsSync(xvfb) && miniBrowser !== undefined;

/** How to start the engines that this machine has; undefined for one that it has not. */
export const engines: Readonly<Record<'Firefox' | 'WebKit', (() => Promise<Engine>) | undefined>> = {
  Firefox: firefox === undefined ? undefined : () => startFirefox(firefox),
  WebKit: hasWebKit ? () => startWebKit(miniBrowser) : undefined,
};

/** One line on the engines that this machine has not; empty where it has all. */
export function absentEngines(): string {
  const absent = Object.entries(engines).flatMap(([name, start]) => (start ? [] : [name]));
  return absent.length === 0 ? '' : `Not looked at in ${absent.join(' and ')}, which this machine does not have.`;
}

/** What a process says on its way up, as far as a pattern finds it. @throws Error when it ends before */
function waitFor(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (piece: unknown) => {
      said += String(piece);
      const found = pattern.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    for (const stream of [child.stdout, child.stderr, child.stdio[3]])
      if (stream && 'on' in stream) stream.on('data', hear);
    child.on('exit', () => reject(new Error(`The browser ended: ${said}`)));
    child.on('error', reject);
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

/** Firefox speaks WebDriver BiDi by itself. */
async function startFirefox(path: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'kitei-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'];
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await waitFor(child, /WebDriver BiDi listening on (ws:\/\/\S+)/);
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const waiting = new Map<number, (answer: { type: string; message?: string; result?: never }) => void>();
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  };
  let count = 0;
  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, ({ type, message, result }) =>
        type === 'error' ? reject(new Error(`${method}: ${message}`)) : resolve(result as T),
      );
      socket.send(JSON.stringify({ id: count, method, params }));
    });
  await send('session.new', { capabilities: {} });
  const tree = await send<{ contexts: { context: string }[] }>('browsingContext.getTree');
  const context = tree.contexts[0]?.context;
  await send('browsingContext.setViewport', { context, viewport: { width: 1280, height: 900 } });
  return {
    async goTo(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async run(expression) {
      const { result, exceptionDetails } = await send<{ result?: { value: string }; exceptionDetails?: object }>(
        'script.evaluate',
        {
          expression: `(async () => JSON.stringify(await (${expression})))()`,
          target: { context },
          awaitPromise: true,
        },
      );
      if (!result) throw new Error(JSON.stringify(exceptionDetails));
      return JSON.parse(result.value ?? 'null');
    },
    async type(keys) {
      const actions = [...keys].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
    },
    async print() {
      const page = { width: 21, height: 29.7 };
      const { data } = await send<{ data: string }>('browsingContext.print', { context, page });
      return new Uint8Array(Buffer.from(data, 'base64'));
    },
    async close() {
      socket.close();
      await stop(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** WebKitGTK has a driver beside it, and needs a display. */
async function startWebKit(browser: string): Promise<Engine> {
  const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const display = `:${await waitFor(screen, /^(\d+)\n/)}`;
  const port = await findPort();
  const driver = spawn(webKitDriver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display },
    stdio: 'ignore',
  });
  const root = `http://127.0.0.1:${port}`;
  const ask = async <T>(path: string, body?: object, method = 'POST'): Promise<T> => {
    const sent = body ? { method, body: JSON.stringify(body) } : { method };
    const { value } = await (await fetch(root + path, sent)).json();
    if (value?.error) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
  for (let tries = 0; !(await ask('/status', undefined, 'GET').catch(() => undefined)); tries += 1) {
    if (tries === 100) throw new Error('WebKitWebDriver does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
  const { sessionId } = await ask<{ sessionId: string }>('/session', { capabilities: { alwaysMatch: options } });
  const session = `/session/${sessionId}`;
  await ask(`${session}/window/rect`, { x: 0, y: 0, width: 1280, height: 900 });
  return {
    async goTo(url) {
      await ask(`${session}/url`, { url });
    },
    async run(expression) {
      const script = `return (async () => JSON.stringify(await (${expression})))()`;
      return JSON.parse((await ask<string | null>(`${session}/execute/sync`, { script, args: [] })) ?? 'null');
    },
    async type(keys) {
      const actions = [...keys].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await ask(`${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    async close() {
      await ask(session, undefined, 'DELETE').catch(() => undefined);
      await stop(driver);
      await stop(screen);
    },
  };
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
