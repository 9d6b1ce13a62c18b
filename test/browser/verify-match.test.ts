import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerAll } from '../fixtures/pdf/real-list.ts';
import { changed, definition, filled } from '../record/v1/checklist/fixture.ts';
import { makeData, makeSigned } from '../verifier/support/make-file.ts';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { loadSiteList } from './support/site-list.ts';

onShippedSite();

const harness = useHarness();

let honest: Uint8Array;

beforeAll(async () => {
  const list = await loadSiteList();
  const answers = answerAll(list, () => ({ status: 'done', evidence: '', note: '', dueOn: '' }));
  honest = await makeSigned(makeData(answers, list));
});

describe('表示とデータ, 様式の版', () => {
  test('a file of this site fits in everything', async () => {
    const { page } = await harness.visit('/verify/');
    await choose(page, { '一.pdf': honest });
    expect(await cellOf(page, '一.pdf', 'match')).toBe('一致');
    expect(await cellOf(page, '一.pdf', 'form')).toBe('現行の版');
    const detail = page.getByRole('region', { name: '一.pdf の詳しい結果' });
    expect(await detail.getByText('このサイトにある現行の版に答えたものです。').isVisible()).toBe(true);
    expect(await detail.getByText('紙面の配置').count()).toBe(0);
  });

  test('a file whose page and data differ is not to be accepted, though nobody altered it', async () => {
    const data = makeData();
    const shown = changed(data.summary, '× 一部実施・予定\\n予定日', '○ 実施\\n予定日');
    const { page } = await harness.visit('/verify/');
    await choose(page, { '偽.pdf': await makeSigned(data, { shown }), '真.pdf': honest });
    expect(await cellOf(page, '偽.pdf', 'tampering')).toBe('改ざんなし');
    expect(await cellOf(page, '偽.pdf', 'match')).toBe('作り直すと違う');
    const next = await cellOf(page, '偽.pdf', 'next');
    expect(next).toMatch(/^受け取らない/);
    expect(next).toContain('同じ内容から作り直したPDFと、このファイルとが一致しません。');
    const counts = page.getByRole('list', { name: '結果ごとの件数' });
    expect(await counts.getByText('改ざんはないが、食い違いがある').isVisible()).toBe(true);
    // What the file's own data say is shown, and the contradiction beside it.
    const detail = page.getByRole('region', { name: '偽.pdf の詳しい結果' });
    expect(await detail.getByText('受け取らない。このサイトで作り直して署名するよう').isVisible()).toBe(true);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await overflowOf(page)).toBe(0);
  });

  test('questions that were rewritten under the number of a known version are noticed', async () => {
    const list = await loadSiteList();
    const [, other] = list.sections[0]?.items ?? [];
    const rewritten = changed(list, other?.text ?? '', '規程はなくてもよい。');
    const answers = answerAll(rewritten, () => ({ status: 'done', evidence: '', note: '', dueOn: '' }));
    const { page } = await harness.visit('/verify/');
    await choose(page, { '書換.pdf': await makeSigned(makeData(answers, rewritten)) });
    expect(await cellOf(page, '書換.pdf', 'match')).toBe('一致');
    expect(await cellOf(page, '書換.pdf', 'form')).toBe('同じ版なのに項目の文が違う');
    expect(await cellOf(page, '書換.pdf', 'next')).toMatch(/^受け取らない/);
  });

  test('a list that this site does not have is shown from the file', async () => {
    const list = { ...definition, id: 'other-list' };
    const { page } = await harness.visit('/verify/');
    await choose(page, { '別.pdf': await makeSigned(makeData({ ...filled, checklist: list.id }, list)) });
    expect(await cellOf(page, '別.pdf', 'form')).toBe('このサイトにない様式');
    const detail = page.getByRole('region', { name: '別.pdf の詳しい結果' });
    await detail.getByText('答えをすべて見る').click();
    await detail.getByText('教育を行い、記録している').waitFor();
  });

  test('without the font it says what was not compared, and compares it when the font comes', async () => {
    const { page, context } = await harness.visit('/verify/', { allowed: [/pdf-font/, /Failed to load resource/] });
    await context.route(/pdf-font/, (route) => route.abort());
    await choose(page, { '一.pdf': honest });
    expect(await cellOf(page, '一.pdf', 'match')).toBe('未確認（書体を読み込めない）');
    expect(await cellOf(page, '一.pdf', 'next')).toMatch(/^まだ受け取らない/);
    const detail = page.getByRole('region', { name: '一.pdf の詳しい結果' });
    expect(await detail.getByText('作り直して比べるための書体か部品を読み込めませんでした。').isVisible()).toBe(true);
    await context.unroute(/pdf-font/);
    await page.getByRole('button', { name: '一覧を消す' }).click();
    await choose(page, { '一.pdf': honest });
    expect(await cellOf(page, '一.pdf', 'match')).toBe('一致');
  });
});

async function choose(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  const chosen = Object.entries(files).map(([name, bytes]) => {
    return { name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
  });
  await page.getByLabel('調べるPDFを選ぶ').setInputFiles(chosen);
  await page.getByText(`${chosen.length}件を調べました。`).waitFor();
}

async function cellOf(page: Page, file: string, column: string): Promise<string> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: file, exact: true }) });
  return (await row.locator(`[data-cell="${column}"]`).innerText()).replaceAll(/\s+/g, ' ').trim();
}
