import { expect } from 'vitest';

interface TraceEvent {
  name: string;
  tid: number;
  pid: number;
  /** Microseconds that the thread has worked. */
  tdur?: number;
  args?: { name?: string };
}

/**
 * The longest tasks of pages' main threads, in milliseconds of work: what other programs take is not counted.
 * @param atLeast so many tasks there must be, or nothing was traced
 */
export function longestTasks(trace: Buffer, atLeast: number): number[] {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace.toString('utf8'));
  const isMain = ({ name, args }: TraceEvent) => name === 'thread_name' && args?.name === 'CrRendererMain';
  const mains = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && mains.has(`${pid} ${tid}`));
  expect(tasks.length).toBeGreaterThan(atLeast);
  return tasks
    .map(({ tdur = Number.NaN }) => tdur / 1000)
    .sort((a, b) => b - a)
    .slice(0, 5);
}
