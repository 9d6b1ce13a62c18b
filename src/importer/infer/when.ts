import { isUrgent } from '../../core/regulation/first-steps.ts';
import type { Modality, WrittenWhen } from '../../core/regulation/provision.ts';
import type { Inferred } from '../model/fields.ts';
import { findConditions } from './conditions.ts';
import { bracketedTime, headingTime } from './heading-times.ts';
import { moodOf } from './moods.ts';
import type { Place } from './places.ts';
import { asPrinted, type Sentence } from './sentences.ts';
import type { Subject } from './subjects.ts';
import { findTimings, type Timing } from './timings.ts';
import { decidingSentences, isContent } from './told-sentences.ts';
import { toTrigger } from './triggers.ts';

type Time = Omit<WrittenWhen, 'trigger' | 'next' | 'month' | 'of'> & {
  certainty: 'sure' | 'guess';
  from: string;
  trigger?: string;
  isCondition: boolean;
  sentence: Sentence;
  start: number;
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
  if (isContent(place)) return undefined;
  const times: Time[] = [];
  for (const sentence of decidingSentences(place)) times.push(...timesOf(sentence, subjectsOf(sentence)));
  const bracketed = times.length === 0 ? bracketedTime(place) : undefined;
  if (bracketed) return { value: bracketed, certainty: 'guess', from: bracketed.text };
  // 発見次第 says itself when.
  const over = times.some(({ text }) => /次第/u.test(text)) ? undefined : headingTime(place);
  // 原因を特定するとともに、二次被害が想定される場合は…: the heading says when the first half is due.
  if (over && times[0]?.isCondition && /ともに、|共に、/u.test(times[0].sentence.text.slice(0, times[0].start)))
    times.length = 0;
  const isTold = times.some(({ isCondition }) => isCondition);
  if (over && times.length === 0 && isAct(place)) return { value: { text: over }, certainty: 'guess', from: '' };
  const [first, ...rest] = distinct(times);
  if (!first) return undefined;
  if (over && !isTold && isUrgent(first)) {
    first.text = `${over}、${first.text}`;
    first.certainty = 'guess';
  }
  const { text, trigger, within, every, from } = first;
  return {
    value: {
      text,
      ...(within !== undefined && { within }),
      ...(every !== undefined && { every }),
      ...(trigger !== undefined && { trigger }),
      ...(rest.length > 0 && { next: rest.map(({ text, within }) => ({ text, ...(within && { within }) })) }),
    },
    certainty: rest.length === 0 && !isVague(place, first) ? first.certainty : 'guess',
    from,
  };
}

/**
 * Words that say less than is meant, or more: これによりがたい場合, 業務上必要な場合, a second sentence, what a company
 * chooses from, and 履行に当たり, which mostly says what the duty is about.
 */
function isVague({ sentences, text }: Place, time: Time): boolean {
  return (
    /^(?:これ|それ|その|この|当該|前[項条号])|^業務上|必要(?:な|の|が(?:ある|生じた))(?:場合|とき)|に[当あ]た(?:り|って)|に応じ/u.test(
      time.text,
    ) ||
    [...time.text].length > 40 ||
    /[るすうくむ][/／]/u.test(text) ||
    (time.isCondition && (time.sentence !== sentences[0] || isLater(time.sentence.text, time.start))) ||
    (!time.sentence.closed && moodOf(time.sentence.text) === undefined)
  );
}

/** Another clause came before its condition: 原因を調べるとともに、被害が広がる場合は. */
function isLater(text: string, start: number): boolean {
  return /(?:[しりみきびちえけせて]|ともに|共に|ほか|ため)、/u.test(text.slice(0, start));
}

/** An example or a part of what is done: あらかじめ決めておくなど、, 必要に応じて…を含め、. */
const beside = /^[^、]*(?:など|を含め)、/u;

/** Something is done, and not how something is: 方法が確立されていること. */
function isAct({ sentences }: Place): boolean {
  return !sentences.some(({ text }) => /[てで]い(?:る|ない)(?:こと)?$|である(?:こと)?$/u.test(text));
}

function timesOf(sentence: Sentence, subjects: readonly Subject[]): Time[] {
  const skip = joining.exec(sentence.text)?.[0].length ?? 0;
  const conditions = findConditions(sentence, skip, subjects);
  const timings = findTimings(sentence.text).filter(
    ({ start, end }) =>
      !conditions.some((one) => start >= one.start && start < one.end) && !beside.test(sentence.text.slice(end)),
  );
  const marks = [
    ...conditions
      .filter(({ start }) => !/(?:もの|こと)とし、/u.test(sentence.text.slice(0, start)))
      .map((condition) => ({ ...condition, kind: 'condition' as const })),
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
    if (
      mark.kind === 'condition' &&
      (last?.kind === 'timing' || last?.within) &&
      isDone(sentence.text.slice(last.end, mark.start))
    )
      close();
    if (
      mark.kind === 'timing' &&
      last?.kind === 'timing' &&
      // 速報にあっては3日以内に、確報にあっては30日以内に: two times.
      (last.isLeave ||
        (last.within && mark.within && !mark.isLeave && last.within !== mark.within) ||
        isDone(sentence.text.slice(last.end, mark.start)))
    )
      close();
    open.push(mark);
  }
  close();
  return marks.every((mark) => mark.kind === 'timing' && mark.isLeave) ? [] : times;
}

/** Between two times stands something to be done. */
function isDone(between: string): boolean {
  return /(?:し|り|い|み|き|え|べ|せ|て|出|とともに|共に|上で|うえで)、/u.test(between);
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
    // 必要な場合は、許可を得た上で: by whose leave is no time, beside one that is.
    text: (conditions.length > 0 ? marks.filter(({ isLeave }) => !isLeave) : marks)
      .map((mark) => asPrinted(sentence, mark.start, mark.text))
      .join('、'),
    ...(trigger !== undefined && { trigger }),
    ...(within !== undefined && { within }),
    ...(every !== undefined && { every }),
    certainty: conditions.length > 1 ? 'guess' : 'sure',
    from,
    isCondition: conditions.length > 0,
    sentence,
    start,
  };
}

function distinct(times: readonly Time[]): Time[] {
  return times.filter((time, index) => times.findIndex(({ text }) => text === time.text) === index);
}
