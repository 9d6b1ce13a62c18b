import { describe, expect, test } from 'vitest';
import { readSharedAnswers } from '../../../src/core/decision/shared-address.ts';

const questions = ['medium', 'level', 'clients'];
const read = (fragment: string) => readSharedAnswers(fragment, questions);

describe('readSharedAnswers()', () => {
  const behind = [
    '。',
    '）',
    '、ご確認ください',
    '.',
    ',',
    '>',
    '”',
    '"',
    ')',
    '\u200b',
    '%0A',
    '%E3%80%82',
    '&utm_source=x',
    '&utm_source=mail&fbclid=a:b',
    ';',
    '_',
  ];

  test.each(behind)('%j behind an answer is no answer', (text) => {
    expect(read(`=medium:usb-hdd${text}`)).toEqual({ answers: { medium: ['usb-hdd'] }, isWhole: true });
    expect(read(`=level:internal;medium:usb-hdd${text}`)).toEqual({
      answers: { level: ['internal'], medium: ['usb-hdd'] },
      isWhole: true,
    });
  });

  test.each([
    ['=medium%3Ausb-hdd', { medium: ['usb-hdd'] }],
    ['%3Dmedium%3Ausb-hdd%3Blevel%3Ainternal', { medium: ['usb-hdd'], level: ['internal'] }],
    ['=medium:usb-%0D%0Ahdd;level:internal', { medium: ['usb-hdd'], level: ['internal'] }],
    ['=clients:nerima%2Brodokyoku', { clients: ['nerima', 'rodokyoku'] }],
    ['=clients:none', { clients: [] }],
  ])('%s is read', (fragment, answers) => {
    expect(read(fragment)).toEqual({ answers, isWhole: true });
  });

  test.each([
    ['=medium:usb-hdd。;level:internal', { medium: ['usb-hdd'] }],
    ['=medium:usb-hdd;level', { medium: ['usb-hdd'] }],
    ['=medium:usb-hdd;floppy:yes', { medium: ['usb-hdd'] }],
    ['=medium:USB', {}],
    ['=medium:usb:hdd', {}],
    ['=__proto__:x', {}],
    [`=medium:usb;level:${'a'.repeat(4000)}`, { medium: ['usb'] }],
  ])('%s is not whole', (fragment, answers) => {
    expect(read(fragment)).toEqual({ answers, isWhole: false });
  });
});
