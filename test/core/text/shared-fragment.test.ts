import { describe, expect, test } from 'vitest';
import { leadOf, unwrapFragment } from '../../../src/core/text/shared-fragment.ts';

describe('unwrapFragment()', () => {
  test.each([
    ['#a=medium:usb', '#a=medium:usb'],
    ['#a%3Dmedium%3Ausb', '#a=medium:usb'],
    ['#a%253Dmedium%253Ausb', '#a=medium:usb'],
    ['#a=medium：usb', '#a=medium:usb'],
    ['#a=med%0D%0Aium:usb', '#a=medium:usb'],
    ['#a=med=\r\nium:usb', '#a=medium:usb'],
    ['#a=medium:usb\u200b', '#a=medium:usb'],
    ['#a16-i2%E3%80%82', '#a16-i2。'],
    // What is no escape stays.
    ['#100%', '#100%'],
    ['#%E3%80', '#%E3%80'],
  ])('%j is %j', (fragment, text) => {
    expect(unwrapFragment(fragment)).toBe(text);
  });
});

describe('leadOf()', () => {
  test.each([
    ['a16-i2。', 'a16-i2'],
    ['a16-i2_', 'a16-i2'],
    ['a16-i2)を見て', 'a16-i2'],
    ['。', ''],
  ])('%j begins with %j', (text, lead) => {
    expect(leadOf(text)).toBe(lead);
  });
});
