import { describe, expect, test } from 'vitest';
import { CheckQueue, type QueueListener, type RunEnd, type Waiting } from '../../../src/ui/receive/check-queue.ts';
import { type Checker, NotLoadedError } from '../../../src/ui/receive/checker.ts';
import type { Outcome } from '../../../src/ui/receive/outcome.ts';
import { sound } from '../verify/fixture.ts';

/** A file whose content names its hash, or what goes wrong over it. */
function waiting(name: string, content = name): Waiting {
  return { name, content: new Blob([content]), turnedAway: undefined };
}

/** Finds each file sound; breaks over 「壊す」, does not load over 「欠」, and waits over 「待つ」 until it is closed. */
function openFake(log: string[]): Checker {
  log.push('open');
  return {
    async check({ content }) {
      const sha256 = await content.text();
      if (sha256 === '壊す') throw new Error('It broke.');
      if (sha256 === '欠') throw new NotLoadedError('It did not arrive.');
      if (sha256 === '待つ') return new Promise<Outcome>(() => undefined);
      return { kind: 'sound', verification: sound, sha256 };
    },
    close: () => void log.push('close'),
  };
}

/** A queue, what it said, and the end of its next run. */
function watch() {
  const log: string[] = [];
  let tell: (end: RunEnd) => void = () => undefined;
  const listener: QueueListener = {
    started: (count) => void log.push(`started ${count}`),
    checked: (name, outcome, left) =>
      void log.push(`${name} ${outcome.kind === 'turned-away' ? outcome.why : outcome.kind} ${left}`),
    ended: (end) => {
      log.push(end.kind);
      tell(end);
    },
  };
  const queue = new CheckQueue(() => openFake(log), listener);
  const ended = () =>
    new Promise<RunEnd>((resolve) => {
      tell = resolve;
    });
  return { queue, log, ended };
}

describe('CheckQueue', () => {
  test('checks in the order chosen, takes along what is added meanwhile, and opens one checker', async () => {
    const { queue, log, ended } = watch();
    const end = ended();
    queue.add([waiting('一'), waiting('二')]);
    queue.add([waiting('三')]);
    expect(await end).toEqual({ kind: 'done' });
    expect(log).toEqual(['started 2', 'open', '一 sound 2', '二 sound 1', '三 sound 0', 'done']);
  });

  test('a file over which the checker breaks gets a row of its own, and the next one a new checker', async () => {
    const { queue, log, ended } = watch();
    const end = ended();
    queue.add([waiting('甲', '壊す'), waiting('乙')]);
    await end;
    expect(log).toEqual(['started 2', 'open', 'close', '甲 interrupted 1', 'open', '乙 sound 0', 'done']);
  });

  test('cancelling tells which file was under way and how many are left, and keeps knowing what was checked', async () => {
    const { queue, log, ended } = watch();
    const cancelled = ended();
    queue.add([waiting('一'), waiting('二', '待つ'), waiting('三')]);
    await until(() => log.includes('一 sound 2'));
    queue.cancel();
    expect(await cancelled).toEqual({ kind: 'cancelled', current: '二', left: 2 });
    expect(queue.waiting).toBe(0);
    const end = ended();
    queue.add([waiting('一 (1)', '一')]);
    await end;
    expect(log.slice(-3)).toEqual(['open', '一 (1) same 0', 'done']);
  });

  test('a cleared queue forgets, and hears nothing from the run before', async () => {
    const { queue, log, ended } = watch();
    queue.add([waiting('一'), waiting('二', '待つ')]);
    await until(() => log.includes('一 sound 1'));
    queue.clear();
    const end = ended();
    queue.add([waiting('一')]);
    await end;
    expect(log.slice(-2)).toEqual(['一 sound 0', 'done']);
    expect(log.filter((line) => line.startsWith('二'))).toEqual([]);
  });

  test('without the code that checks nothing waits any longer, and the next choice tries again', async () => {
    const { queue, log, ended } = watch();
    const failed = ended();
    queue.add([waiting('一', '欠'), waiting('二')]);
    expect(await failed).toEqual({ kind: 'not-loaded' });
    expect(queue.waiting).toBe(0);
    const end = ended();
    queue.add([waiting('二')]);
    await end;
    expect(log).toEqual(['started 2', 'open', 'close', 'not-loaded', 'started 1', 'open', '二 sound 0', 'done']);
  });

  test('cancelling an idle queue says nothing', () => {
    const { queue, log } = watch();
    queue.cancel();
    expect(log).toEqual([]);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}
