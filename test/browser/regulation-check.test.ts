import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { siteFolder } from './support/site-folder.ts';

onShippedSite();

interface Report {
  counts: Record<string, number>;
  findings: { kind: string; found: string; places: { label: string; url: string }[] }[];
}

const harness = useHarness();
const report: Report = JSON.parse(await readFile(join(siteFolder, 'regulation-check.json'), 'utf8'));

describe('the page of the inspection', () => {
  test('shows what the report holds, each finding with a link to its place, without JavaScript', async () => {
    const { page } = await harness.visit('/regulation-check/', { javaScriptEnabled: false });
    const rows = await page.locator('.k-findings tbody tr').count();
    const blanks = report.counts['blank'] ?? 0;
    expect(rows).toBe(report.findings.length - blanks);
    expect(blanks).toBeGreaterThan(100);
    const text = await page.locator('main').textContent();
    for (const { kind, found } of report.findings) if (kind !== 'blank') expect(text).toContain(found);
    const row = page.locator('.k-findings tbody tr', { hasText: 'Windows 8.1' });
    await row.getByRole('link').click();
    expect(page.url()).toContain('/company/06/#06-6.1-r');
  });

  test('is reached from the sidebar', async () => {
    const { page } = await harness.visit('/company/06/');
    await page.getByRole('link', { name: '規程の点検' }).click();
    await page.getByRole('heading', { level: 1, name: '規程の点検' }).waitFor();
  });
});

describe('while values are tried', () => {
  test('the findings that arise, go and are left are shown', async () => {
    const { page } = await harness.visit('/tailoring/#blanks');
    const status = page.locator('[data-findings-status]');
    const arisen = page.locator('[data-arisen] > li');

    const browser = page.getByLabel('ブラウザの名称', { exact: true });
    await browser.fill('Internet Explorer 11');
    await browser.blur();
    await status.filter({ hasText: '新しく' }).waitFor();
    expect(await arisen.count()).toBeGreaterThan(0);
    expect(await arisen.first().textContent()).toContain('サポートの終わった製品');
    expect(await arisen.first().getByRole('link').getAttribute('href')).toMatch(/^\/company\/06\/#/);
    // The blank itself is filled.
    expect(await status.textContent()).toContain('なくなるものは1件');

    await page
      .getByRole('link', { name: /役割の呼び方/ })
      .first()
      .click();
    const officer = page.getByLabel('部門の情報セキュリティに責任を持ち、委託先を評価する者');
    const name = await page.locator('[name="roles.securityOfficer"]').inputValue();
    await officer.fill(name);
    await officer.blur();
    const twice = arisen.filter({ hasText: `「${name}」が、2つの役割の名になっている。` });
    await twice.waitFor();

    await page.getByRole('button', { name: '試した値を捨てる' }).click();
    await page.getByRole('button', { name: '捨てる', exact: true }).click();
    await status.filter({ hasText: '新しく見つかったものはありません。' }).waitFor();
    expect(await page.locator('[data-left="blank"]').textContent()).toBe(String(report.counts['blank']));
  });
});
