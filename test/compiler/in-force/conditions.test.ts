import { describe, expect, test } from 'vitest';
import { type Fates, resolveWhen, UnwritableError } from '../../../src/compiler/in-force/conditions.ts';
import type { FileWhen } from '../../../src/core/decision/file-schema.ts';

const isSeveral = (id: string) => ['clients', 'kinds'].includes(id);
const fewer: Fates = new Map([['clients', { kind: 'fewer', left: new Set(['a', 'b']) }]]);
const none: Fates = new Map([['clients', { kind: 'none', when: { task: ['send', 'carry'], level: { not: 'open' } } }]]);
const never: Fates = new Map([['clients', { kind: 'never' }]]);

describe('resolveWhen', () => {
  test.each<[string, FileWhen | undefined, Fates, FileWhen | undefined | false]>([
    ['nothing stays nothing', undefined, fewer, undefined],
    ['what names no changed question stays as it is', { task: 'send' }, fewer, { task: 'send' }],
    ['one that is gone is not answered', { clients: 'gone' }, fewer, false],
    ['of several the rest is', { clients: ['a', 'gone', 'b'] }, fewer, { clients: ['a', 'b'] }],
    ['one that is left is written alone', { clients: ['a', 'gone'] }, fewer, { clients: 'a' }],
    ['not answering what is gone always holds', { clients: { not: 'gone' } }, fewer, undefined],
    ['and falls out of the rest', { task: 'send', clients: { not: ['gone'] } }, fewer, { task: 'send' }],
    [
      'of what may not be answered the rest may not',
      { clients: { not: ['a', 'gone'] } },
      fewer,
      { clients: { not: 'a' } },
    ],
    ['more than there are is never answered', { clients: { atLeast: 3 } }, fewer, false],
    ['as many as there are may be', { clients: { atLeast: 2 } }, fewer, { clients: { atLeast: 2 } }],
    ['at most more than there are is at most all', { clients: { atMost: 4 } }, fewer, { clients: { atMost: 2 } }],
    ['a case that cannot be goes, the others stay', [{ clients: 'gone' }, { task: 'send' }], fewer, { task: 'send' }],
    [
      'a case that always holds makes the whole hold',
      [{ clients: { not: 'gone' } }, { task: 'send' }],
      fewer,
      undefined,
    ],
    ['nobody to choose: any is false', { clients: { atLeast: 1 } }, none, false],
    [
      'nobody to choose: none holds where it was asked',
      { clients: { atMost: 0 } },
      none,
      { task: ['send', 'carry'], level: { not: 'open' } },
    ],
    [
      'and with what else has to hold',
      { task: ['carry', 'post'], level: ['open', 'secret'], clients: { atMost: 0 } },
      none,
      { task: 'carry', level: 'secret' },
    ],
    ['which may be impossible', { task: 'post', clients: { atMost: 0 } }, none, false],
    ['never asked: no count holds', { clients: { atMost: 0 } }, never, false],
    ['never asked: what is not answered holds', { clients: { not: 'a' } }, never, undefined],
  ])('%s', (_, when, fates, expected) => {
    expect(resolveWhen(when, fates, isSeveral)).toEqual(expected);
  });

  test('stops where two tests of several answers cannot be one', () => {
    const asked: Fates = new Map([['clients', { kind: 'none', when: { kinds: ['paper', 'disk'] } }]]);
    const when = { kinds: ['disk', 'tape'], clients: { atMost: 0 } };
    expect(() => resolveWhen(when, asked, isSeveral)).toThrow(UnwritableError);
  });
});
