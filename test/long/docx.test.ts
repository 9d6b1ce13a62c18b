import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocx } from '../../src/importer/docx/read-docx.ts';
import type { Block } from '../../src/importer/model/block.ts';
import { ImportError } from '../../src/importer/model/block.ts';
import { cell, deleted, docx, docxParts, field, inserted, p, r, ruby, tab, table, textBox } from '../support/docx.ts';

/** Numbers from a seed: the same ones in each run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const letterRanges = [
  [0x20, 0x7e],
  [0xa1, 0x2ff],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xff01, 0xff9f],
  [0x1f300, 0x1f5ff],
  [0x20000, 0x2a6d6],
] as const;

function randomText(pick: (below: number) => number): string {
  return Array.from({ length: 1 + pick(12) }, () => {
    const [from, to] = letterRanges[pick(letterRanges.length)] ?? [0x41, 0x5a];
    return String.fromCodePoint(from + pick(to - from + 1));
  }).join('');
}

/** A paragraph with the letters that are to come out of it. */
function randomParagraph(pick: (below: number) => number): [xml: string, letters: string] {
  let letters = '';
  const put = (text: string) => {
    letters += text;
    return text;
  };
  const runs = Array.from({ length: 1 + pick(4) }, () => {
    const text = randomText(pick);
    switch (pick(8)) {
      case 0:
        return deleted(text);
      case 1:
        return inserted(r(put(text)));
      case 2:
        return ruby(put(text), 'よみ');
      case 3:
        return field(' REF a ', r(put(text)));
      case 4:
        put('\u3000');
        return tab;
      default:
        return r(put(text), pick(3) === 0 ? { colour: 'FF0000' } : {});
    }
  });
  const [xml, own] = [p(runs, pick(3) === 0 ? { num: [1, pick(9)] } : {}), letters];
  return [xml, own];
}

function lettersOf(blocks: Block[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'line' ? [block] : block.rows.flat().flatMap(({ lines }) => lines)))
    .map(({ text, numbered = 0 }) => text.slice(numbered))
    .join('')
    .replace(/\s/g, '');
}

const lists = { 1: Array.from({ length: 9 }, (_, index) => ({ text: `%${index + 1}.` })) };

test('no letter is lost in 10,000 documents', () => {
  const pick = random(14);
  for (let round = 0; round < 10_000; round++) {
    const blocks: string[] = [];
    let letters = '';
    for (let index = 0; index < 3; index++) {
      const [first, own] = randomParagraph(pick);
      const [second, other] = randomParagraph(pick);
      letters += own + other;
      const way = pick(3);
      if (way === 0) blocks.push(table([[cell([first]), cell([second])]]));
      else if (way === 1) blocks.push(first.replace(/<\/w:p>$/, () => `${textBox([second])}</w:p>`));
      else blocks.push(first, second);
    }
    const { blocks: read } = readDocx(docx(blocks, { lists }));
    expect(lettersOf(read)).toBe(letters.replace(/\s/g, ''));
  }
});

test('20,000 spoilt documents are read or refused in words', () => {
  const pick = random(15);
  const parts = docxParts(
    [
      p(['甲', textBox([p('乙')]), field('TOC', '丙')], { num: [1, 0], style: 'A' }),
      table([[cell('丁', { merge: 'restart' })], [cell([], { merge: 'continue' })]]),
    ],
    { lists, styles: [{ id: 'A', outline: 0 }], footnotes: ['注'] },
  );
  const names = Object.keys(parts).filter((name) => name.startsWith('word/'));
  for (let round = 0; round < 20_000; round++) {
    const name = names[pick(names.length)] ?? '';
    const tags = parts[name]?.split(/(?=<)/) ?? [];
    const [one, other] = [pick(tags.length), pick(tags.length)];
    const kind = pick(3);
    if (kind === 0) tags.splice(one, 1 + pick(3));
    else if (kind === 1) [tags[one], tags[other]] = [tags[other] ?? '', tags[one] ?? ''];
    else tags[one] = tags[one]?.replace(/"[^"]*"/, `"${pick(2) ? -pick(99) : 'x'}"`) ?? '';
    const files = { ...parts, [name]: tags.join('') };
    try {
      readDocx(
        zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])), { level: 0 }),
      );
    } catch (error) {
      expect(error).toBeInstanceOf(ImportError);
    }
  }
});
