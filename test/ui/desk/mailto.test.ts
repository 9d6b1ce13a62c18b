import { describe, expect, test } from 'vitest';
import { toMailto } from '../../../src/ui/desk/mailto.ts';

describe('toMailto', () => {
  test('holds a short text, with line breaks as mail has them', () => {
    expect(toMailto({ to: 'a@b.example', subject: '件 名', body: '一\n二' })).toEqual({
      href: `mailto:a@b.example?subject=${encodeURIComponent('件 名')}&body=%E4%B8%80%0D%0A%E4%BA%8C`,
      isWhole: true,
    });
  });

  test('leaves a long text to be pasted, and still knows whom it goes to', () => {
    expect(toMailto({ to: 'a@b.example', subject: 'x', body: '長'.repeat(500) })).toEqual({
      href: 'mailto:a@b.example?subject=x',
      isWhole: false,
    });
  });

  test('an address adds nothing to the mail', () => {
    expect(toMailto({ to: 'a@b.example?cc=c', subject: '', body: '' }).href).toBe(
      'mailto:a@b.example%3Fcc%3Dc?subject=&body=',
    );
  });
});
