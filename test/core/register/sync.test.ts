import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/register/entry.ts';
import { stateOf } from '../../../src/core/register/entry.ts';
import { beginEntry, mergeEntries, withState } from '../../../src/core/register/merge.ts';
import { writeRegister } from '../../../src/core/register/read-register.ts';
import {
  type FileContent,
  type SharedFile,
  SharedFileError,
  type SyncProblem,
  syncRegister,
} from '../../../src/core/register/sync.ts';

const form = 'nerima-removal-register';
const at = (count: number) => new Date(Date.UTC(2026, 10, 1) + count * 1000).toISOString();
const entryOf = (id: string, content = 'USB-1'): Entry =>
  beginEntry(id, 'entries', { cells: { content } }, { id: `${id}-1`, at: at(0), by: '見本花子' });

/** A file that stands still. */
function plainFile(text: string): SharedFile & { text: string; writes: number } {
  const file = {
    text,
    writes: 0,
    read: async (): Promise<FileContent> => ({ text: file.text, mark: String(file.writes) }),
    write: async (next: string, { mark }: FileContent) => {
      if (mark !== String(file.writes)) return false;
      file.text = next;
      file.writes += 1;
      return true;
    },
  };
  return file;
}

const sync = (file: SharedFile, mine: readonly Entry[], isKnown = false) =>
  syncRegister({ form, file, mine: () => mine, isKnown, pause: async () => {} });

describe('syncRegister', () => {
  test('begins a new file with what the device has', async () => {
    const file = plainFile('');
    const synced = await sync(file, [entryOf('e1')]);
    expect(synced).toMatchObject({ wrote: true, merged: { added: [], changed: [] } });
    expect(synced.problem).toBeUndefined();
    expect(file.text).toBe(writeRegister({ form, entries: [entryOf('e1')] }));
  });

  test('brings what others wrote, and writes nothing where the file has all of it', async () => {
    const file = plainFile(writeRegister({ form, entries: [entryOf('e1'), entryOf('e2')] }));
    const synced = await sync(file, [entryOf('e2')]);
    expect(synced).toMatchObject({ wrote: false, merged: { added: ['e1'] } });
    expect(file.writes).toBe(0);
  });

  test('takes along what is typed while it works', async () => {
    const file = plainFile('');
    const mine = [entryOf('e1')];
    const write = file.write;
    file.write = (text, seen) => {
      if (mine.length === 1) mine.push(entryOf('e2'));
      return write(text, seen);
    };
    await sync(file, mine);
    expect(file.text).toContain('"e2"');
    expect(file.writes).toBe(2);
  });

  const damaged = writeRegister({ form, entries: [entryOf('e1')] }).replace('"after"', '"before"');
  test.each<[string, string, SyncProblem]>([
    ['half of a file', writeRegister({ form, entries: [entryOf('e1')] }).slice(0, 80), 'not-json'],
    ['an entry that is none', damaged, 'damaged'],
    ['another JSON', '{"name":"x"}', 'other-file'],
    ['another register', writeRegister({ form: 'log-check-register', entries: [] }), 'other-register'],
    ['a newer version', '{"format":"kitei-register/2"}', 'newer'],
    ['nothing, where something stood', ' \n', 'emptied'],
  ])('writes nothing over %s', async (_, text, problem) => {
    const file = plainFile(text);
    const synced = await sync(file, [entryOf('e2')], true);
    expect(synced).toMatchObject({ problem, wrote: false });
    expect(file.text).toBe(text);
  });

  test.each(['gone', 'locked', 'no-permission', 'full'] as const)('says that the file is %s', async (kind) => {
    const file = plainFile('');
    file.write = () => Promise.reject(new SharedFileError(kind));
    expect(await sync(file, [entryOf('e1')])).toMatchObject({ problem: kind, wrote: false });
  });

  test('gives up where others always write in between, and says so', async () => {
    const file = plainFile('');
    let count = 0;
    file.read = async () => ({ text: writeRegister({ form, entries: [entryOf(`o${++count}`)] }), mark: String(count) });
    const synced = await sync(file, [entryOf('e1')]);
    expect(synced.problem).toBe('busy');
    // What was read meanwhile is not thrown away.
    expect(synced.merged.added.length).toBeGreaterThan(3);
  });

  test('writes nothing that nobody could read again', async () => {
    const file = plainFile('');
    let entry = entryOf('e1');
    for (let count = 0; count < 200; count += 1)
      entry = withState(entry, { cells: {} }, { id: `s${count}`, at: at(count), by: '' });
    expect(await sync(file, [entry])).toMatchObject({ problem: 'too-many', wrote: false });
  });
});

describe('two and three writers over a file that fails', () => {
  const runs = Number(process.env['KITEI_RUNS'] ?? 1000);

  test(`lose nothing in ${runs} random orders, and end with the same`, async () => {
    const lost: number[] = [];
    let writings = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const { faults, writes } = await play(seed);
      if (faults.length > 0) lost.push(seed);
      writings += writes;
    }
    expect(lost).toEqual([]);
    // Otherwise nothing was tried.
    expect(writings).toBeGreaterThan(runs);
  });
});

/** Plays one order of reading, writing and typing. @returns what was wrong at its end */
async function play(seed: number): Promise<{ faults: string[]; writes: number }> {
  const random = toRandom(seed);
  const waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));
  let [isFaulty, writes] = [true, 0];
  const history = [''];
  const file: SharedFile = {
    async read() {
      await turn();
      const chance = isFaulty ? random() : 1;
      if (chance < 0.05) throw new SharedFileError('locked');
      const current = history.at(-1) ?? '';
      // A network drive that shows the state of a moment ago, half of it, or nothing.
      if (chance < 0.1) return { text: history.at(-2) ?? '', mark: String(history.length - 1) };
      if (chance < 0.13) return { text: current.slice(0, current.length / 2), mark: String(history.length) };
      if (chance < 0.15) return { text: '', mark: String(history.length) };
      return { text: current, mark: String(history.length) };
    },
    async write(text, { mark }) {
      await turn();
      if (mark !== String(history.length)) return false;
      // Between looking and writing others have their turns.
      await turn();
      const chance = isFaulty ? random() : 1;
      if (chance < 0.05) throw new SharedFileError('locked');
      history.push(text);
      writes += 1;
      if (chance < 0.1) throw new SharedFileError('failed');
      return true;
    },
  };
  const devices: Entry[][] = Array.from({ length: 2 + (seed % 2) }, () => []);
  const written = new Set<string>();
  const bring = async (device: number) => {
    const { merged } = await syncRegister({
      form,
      file,
      mine: () => devices[device] ?? [],
      isKnown: history.length > 1,
      pause: () => turn(),
    });
    devices[device] = mergeEntries(devices[device] ?? [], merged.entries).entries;
  };
  const type = (device: number, count: number) => {
    const entries = devices[device] ?? [];
    const id = `d${device}-${count}`;
    const known = entries[Math.floor(random() * entries.length)];
    const entry =
      known && random() < 0.5
        ? withState(known, { cells: { ...stateOf(known).cells, note: id } }, { id, at: at(count), by: `${device}` })
        : beginEntry(`e-${id}`, 'entries', { cells: { content: id } }, { id, at: at(count), by: `${device}` });
    written.add(id);
    devices[device] = mergeEntries(entries, [entry]).entries;
  };
  const live = async (device: number) => {
    for (let count = 0; count < 3; count += 1) {
      await turn();
      type(device, device * 10 + count);
      await bring(device);
    }
  };
  await runAll(
    devices.map((_, device) => live(device)),
    waiting,
    random,
  );
  isFaulty = false;
  for (const device of [...devices.keys(), ...devices.keys()]) await runAll([bring(device)], waiting, random);
  const faults = [history.at(-1) ?? '', ...devices.map((entries) => writeRegister({ form, entries }))].flatMap(
    (text, index, [first = '']) => [
      ...[...written].filter((id) => !text.includes(`"id":"${id}"`)).map((id) => `${index} has no ${id}`),
      ...(sorted(text) === sorted(first) ? [] : [`${index} differs`]),
    ],
  );
  return { faults, writes };
}

/** Lets one that waits go on, until all are done. */
async function runAll(work: Promise<void>[], waiting: (() => void)[], random: () => number): Promise<void> {
  let isDone = false;
  const all = Promise.all(work).then(() => {
    isDone = true;
  });
  for (let idle = 0; !isDone; ) {
    const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
    next?.();
    idle = next ? 0 : idle + 1;
    if (idle > 100) throw new Error('Nobody waits, and not all are done.');
    for (let step = 0; step < 6; step += 1) await Promise.resolve();
  }
  await all;
}

function sorted(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/,$/, ''))
    .sort()
    .join('\n');
}

/** Mulberry32: the same order for the same seed. */
function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
