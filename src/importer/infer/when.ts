import type { Modality, WrittenWhen } from '../../core/regulation/provision.ts';
import type { Inferred } from '../model/fields.ts';
import { findConditions } from './conditions.ts';
import type { Place } from './places.ts';
import { asPrinted, type Sentence } from './sentences.ts';
import type { Subject } from './subjects.ts';
import { findTimings, type Timing } from './timings.ts';
import { toTrigger } from './triggers.ts';

type Time = Omit<WrittenWhen, 'trigger' | 'next' | 'month' | 'of'> & {
  certainty: 'sure' | 'guess';
  from: string;
  trigger?: string;
};

/** Words that join a sentence to the one before it. */
const joining =
  /^(?:なお|また|又|ただし|但し|さらに|更に|加えて|特に|かつ|この場合|その場合|その際|従って|したがって)、/u;

/** When a place's duty arises and how soon it is due, in the words of the document. */
export function inferWhen(
  place: Place,
  modality: Modality | undefined,
  subjectsOf: (sentence: Sentence) => readonly Subject[],
): Inferred<WrittenWhen> | undefined {
  if (modality === undefined || modality === 'definition' || modality === 'information') return undefined;
  const times: Time[] = [];
  const closed = place.sentences.filter((sentence) => sentence.closed);
  // Lines below a sentence that is closed are the items of its list.
  for (const sentence of closed.length > 0 ? closed : place.sentences)
    times.push(...timesOf(sentence, subjectsOf(sentence)));
  const [first, ...rest] = distinct(times);
  if (!first) return undefined;
  const { certainty: _, from, trigger, ...value } = first;
  return {
    value: {
      ...value,
      ...(trigger !== undefined && { trigger }),
      ...(rest.length > 0 && { next: rest.map(({ text, within }) => ({ text, ...(within && { within }) })) }),
    },
    certainty: times.every(({ certainty }) => certainty === 'sure') ? 'sure' : 'guess',
    from,
  };
}

function timesOf(sentence: Sentence, subjects: readonly Subject[]): Time[] {
  const skip = joining.exec(sentence.text)?.[0].length ?? 0;
  const conditions = findConditions(sentence, skip, subjects);
  const timings = findTimings(sentence.text).filter(
    ({ start }) => !conditions.some((one) => start >= one.start && start < one.end),
  );
  const marks = [
    ...conditions.map((condition) => ({ ...condition, kind: 'condition' as const })),
    ...timings.map((timing) => ({ ...timing, kind: 'timing' as const })),
  ];
  marks.sort((a, b) => a.start - b.start);
  const times: Time[] = [];
  let open: typeof marks = [];
  const close = () => {
    if (open.length > 0) times.push(toTime(sentence, open));
    open = [];
  };
  for (const mark of marks) {
    const last = open.at(-1);
    // …速やかに実施し、実施後は…: a new condition after a time that is complete begins another time.
    if (mark.kind === 'condition' && last?.kind === 'timing' && isDone(sentence.text.slice(last.end, mark.start)))
      close();
    if (
      mark.kind === 'timing' &&
      last?.kind === 'timing' &&
      (last.isLeave || isDone(sentence.text.slice(last.end, mark.start)))
    )
      close();
    open.push(mark);
  }
  close();
  return marks.every((mark) => mark.kind === 'timing' && mark.isLeave) ? [] : times;
}

/** Between two times stands something to be done. */
function isDone(between: string): boolean {
  return /(?:し|り|い|み|き|え|べ|て|出|とともに|共に|上で|うえで)、/u.test(between);
}

function toTime(
  sentence: Sentence,
  marks: readonly ({ kind: 'condition' | 'timing'; start: number; end: number; text: string } & Partial<Timing>)[],
): Time {
  // 実施後、速やかに: how soon is said by the adverb.
  const order = [...marks.filter(({ kind }) => kind === 'timing'), ...marks.filter(({ kind }) => kind === 'condition')];
  const within = order.map((mark) => mark.within).find((one) => one !== undefined);
  const every = marks.map((mark) => mark.every).find((one) => one !== undefined);
  const conditions = marks.filter(({ kind }) => kind === 'condition');
  const trigger = conditions.map(({ text }) => toTrigger(text)).find((one) => one !== undefined);
  const start = Math.min(...marks.map((mark) => mark.start));
  const end = Math.max(...marks.map((mark) => mark.end));
  const from = sentence.original.slice(sentence.at[start] ?? 0, (sentence.at[end - 1] ?? 0) + 1);
  return {
    text: marks.map((mark) => asPrinted(sentence, mark.start, mark.text)).join('、'),
    ...(trigger !== undefined && { trigger }),
    ...(within !== undefined && { within }),
    ...(every !== undefined && { every }),
    certainty: conditions.length > 1 ? 'guess' : 'sure',
    from,
  };
}

function distinct(times: readonly Time[]): Time[] {
  return times.filter((time, index) => times.findIndex(({ text }) => text === time.text) === index);
}
