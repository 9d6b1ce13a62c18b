import { beforeAll, describe, expect, test } from 'vitest';
import type { PdfFont } from '../../../../src/pdf/font/pdf-font.ts';
import { type ChartLayout, chartArea, layOutChart } from '../../../../src/record/v1/layout/chart.ts';
import { chartSizes } from '../../../../src/record/v1/layout/chart-box.ts';
import type { ChartBox } from '../../../../src/record/v1/summary/summary-document.ts';
import { loadNodeFont } from '../../../support/node-font.ts';

const names = [
  '見本 花子',
  '山田 太郎',
  '総務部',
  '情報システム課',
  '情報管理責任者',
  '部長',
  '取扱者',
  'Maximilian Wolfgang-Mustermann',
  '特定個人情報事務取扱責任者（人事総務部・経理部兼任）',
  '',
];

/** The same numbers for the same seed. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function makeTree(seed: number, most: number): ChartBox[] {
  const random = makeRandom(seed);
  const pick = (): string => names[Math.floor(random() * names.length)] ?? '';
  const under: number[][] = [[]];
  const count = 1 + Math.floor(random() * most);
  // Trees of all shapes: from each box under any one before it to each under the first few.
  const reach = 1 + Math.floor(random() * 12);
  for (let index = 1; index < count; index++) {
    const above = Math.floor(random() * Math.min(index, reach * 3));
    under[above]?.push(index);
    under.push([]);
  }
  const walk = (index: number, depth: number): ChartBox[] => [
    { depth, title: pick(), lines: random() < 0.3 ? [] : [pick(), pick()] },
    ...(under[index] ?? []).flatMap((next) => walk(next, depth + 1)),
  ];
  return walk(0, 0);
}

function findFaults({ boxes, rules, width, height }: ChartLayout): string[] {
  const faults: string[] = [];
  boxes.forEach((a, index) => {
    if (a.x < 0 || a.y < 0 || a.x + a.width > width || a.y + a.height > height) faults.push(`${index} is outside`);
    for (const { y } of a.lines)
      if (y < a.y || y + chartSizes.leading > a.y + a.height) faults.push(`${index} has a text outside`);
    boxes.slice(index + 1).forEach((b, other) => {
      const apart = a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
      if (!apart) faults.push(`${index} touches ${index + 1 + other}`);
    });
    for (const { from, to } of rules) {
      const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
      if (right > a.x && left < a.x + a.width && to[1] > a.y && from[1] < a.y + a.height)
        faults.push(`a line crosses ${index}`);
    }
  });
  return faults;
}

describe('layOutChart', () => {
  let font: PdfFont;
  beforeAll(async () => {
    ({ font } = await loadNodeFont());
  });

  test('of 1,000 random trees no box touches another, hangs over an edge, or is crossed by a line', () => {
    let drawn = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const boxes = makeTree(seed, 40);
      const layout = layOutChart(boxes);
      if (!layout) continue;
      drawn++;
      expect({ seed, faults: findFaults(layout) }).toEqual({ seed, faults: [] });
      expect(layout.boxes).toHaveLength(boxes.length);
      expect(layout.width * layout.scale).toBeLessThanOrEqual(chartArea.width);
      expect(layout.height * layout.scale).toBeLessThanOrEqual(chartArea.height);
    }
    expect(drawn).toBeGreaterThan(950);
  });

  test('the texts of a box are its own, whole and in order', () => {
    const boxes = makeTree(7, 40);
    const layout = layOutChart(boxes);
    const texts = layout?.boxes.map(({ lines }) =>
      lines
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, ''),
    );
    expect(texts).toEqual(boxes.map(({ title, lines }) => [title, ...lines].join('').replaceAll(/\s/g, '')));
  });

  test('lines are told apart from one root to 40 under it, and what no page holds is no picture', () => {
    const star: ChartBox[] = [{ depth: 0, title: '代表', lines: ['見本 花子'] }];
    for (let index = 1; index < 40; index++)
      star.push({ depth: 1, title: '情報取扱者', lines: [`見本 ${index}`, '総務部'] });
    expect(layOutChart(star)?.boxes).toHaveLength(40);
    const chain = Array.from({ length: 60 }, (_, depth): ChartBox => ({ depth, title: '係', lines: ['名'] }));
    expect(layOutChart(chain)).toBeUndefined();
  });

  test('one row stands below the middle of its box', () => {
    const layout = layOutChart([
      { depth: 0, title: '責任者', lines: [] },
      { depth: 1, title: '甲', lines: [] },
      { depth: 1, title: '乙', lines: [] },
    ]);
    expect(layout?.boxes.map(({ x, y }) => [x, y])).toEqual([
      [79, 0],
      [0, 33.5],
      [158, 33.5],
    ]);
  });

  test('the font of the PDF is never wider than what lines are broken by', async () => {
    const texts = [
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
      'abcdefghijklmnopqrstuvwxyz',
      '0123456789 !"#$%&\'()*+,-./:;<=>?@[]^_{|}~',
      'ｱｲｳﾊﾟ漢字',
    ];
    await font.ensure(texts.join(''));
    for (const character of texts.join('')) {
      const layout = layOutChart([{ depth: 0, title: character.repeat(400), lines: [] }]);
      const widest = Math.max(...(layout?.boxes[0]?.lines.map(({ text }) => font.measure(text)) ?? []));
      expect({ character, fits: (widest * chartSizes.line) / 1000 <= 142 }).toEqual({ character, fits: true });
    }
  });
});
