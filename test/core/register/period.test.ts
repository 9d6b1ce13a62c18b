import { describe, expect, test } from 'vitest';
import { periodOf } from '../../../src/core/register/period.ts';

describe('periodOf', () => {
  test.each([
    ['all', '2026-11-30', '', ''],
    ['month', '2026-11-30', '2026-11-01', '2026-11-30'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['lastMonth', '2026-11-30', '2026-10-01', '2026-10-31'],
    ['lastMonth', '2027-01-05', '2026-12-01', '2026-12-31'],
    ['fiscalYear', '2026-03-31', '2025-04-01', '2026-03-31'],
    ['fiscalYear', '2026-04-01', '2026-04-01', '2027-03-31'],
    ['lastFiscalYear', '2026-11-30', '2025-04-01', '2026-03-31'],
  ] as const)('%s on %s', (name, today, from, until) => {
    expect(periodOf(name, today)).toEqual({ from, until });
  });
});
