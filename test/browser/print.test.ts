import { describe, expect, test } from 'vitest';
import { useHarness } from './support/harness.ts';
import { printPage, squeeze } from './support/read-pdf.ts';

const harness = useHarness();

describe('handbooks on A4', () => {
  test.each([
    ['/nerima/', 14, ['情報の保護および管理に関する特記事項', '正文ではありません', '第16条', '第23条']],
    ['/company/09/', 18, ['委託管理', '正文ではありません', '契約書には使えません', 'No. 20']],
  ])('%s', async (path, most, texts) => {
    const { page } = await harness.visit(path);
    const pdf = await printPage(page);
    expect(pdf.pageCount).toBeLessThanOrEqual(most);
    for (const text of texts) expect(squeeze(pdf.text)).toContain(squeeze(text));
    expect(pdf.pages.filter((texts) => texts.length === 0)).toEqual([]);
    // What one presses has no place on paper.
    expect(pdf.text).not.toMatch(/コピー|目次/);
    await pdf.close();
  });
});
