import { describe, expect, test } from 'vitest';
import { collectChosen, collectDropped, mostCollected } from '../../../src/ui/desk/collect-files.ts';

type Tree = { [name: string]: Tree | string };

const file = (name: string, path = '') => Object.assign(new File(['x'], name), { webkitRelativePath: path });

/** What browsers hand out for a folder: its entries a hundred at a time. */
function folder(name: string, tree: Tree, above = ''): FileSystemEntry {
  const fullPath = `${above}/${name}`;
  const entries = Object.entries(tree).map(([inner, one]) =>
    typeof one === 'string' ? leaf(inner, `${fullPath}/${inner}`) : folder(inner, one, fullPath),
  );
  const createReader = () => {
    const left = [...entries];
    return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(left.splice(0, 100)) };
  };
  return { isDirectory: true, isFile: false, name, fullPath, createReader } as unknown as FileSystemEntry;
}

function leaf(name: string, fullPath: string): FileSystemEntry {
  const give = (done: (file: File) => void, fail: () => void) => (name === '読めない.pdf' ? fail() : done(file(name)));
  return { isDirectory: false, isFile: true, name, fullPath, file: give } as unknown as FileSystemEntry;
}

function drop(...some: (FileSystemEntry | File)[]): Pick<DataTransfer, 'items'> {
  const items = some.map((one) => {
    const own = one instanceof File ? one : null;
    return { kind: 'file', webkitGetAsEntry: () => (own ? null : one), getAsFile: (): File | null => own };
  });
  return { items: [...items, { kind: 'string' }] } as unknown as Pick<DataTransfer, 'items'>;
}

const namesOf = ({ files }: { files: { name: string }[] }) => files.map(({ name }) => name);

describe('collectChosen', () => {
  test('names files of a folder by their path, and leaves out what systems put there', () => {
    const chosen = [
      file('一.pdf'),
      file('二.pdf', '返送/甲/二.pdf'),
      file('.DS_Store', '返送/.DS_Store'),
      file('._二.pdf'),
    ];
    expect(collectChosen(chosen)).toMatchObject({ isCut: false });
    expect(namesOf(collectChosen(chosen))).toEqual(['一.pdf', '返送/甲/二.pdf']);
  });
});

describe('collectDropped', () => {
  test('goes through folders in order, beyond a hundred entries, and passes over what cannot be read', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`${String(n).padStart(3, '0')}.pdf`, 'x']));
    const tree = { 乙: many, 甲: { '一.pdf': 'x', '読めない.pdf': 'x', 'Thumbs.db': 'x' } };
    const collected = await collectDropped(drop(file('零.pdf'), folder('返送', tree)));
    const names = namesOf(collected);
    expect(names).toHaveLength(252);
    expect([names[0], names[1], names[250], names[251]]).toEqual([
      '零.pdf',
      '返送/乙/000.pdf',
      '返送/乙/249.pdf',
      '返送/甲/一.pdf',
    ]);
    expect(collected.isCut).toBe(false);
  });

  test('is bounded in number and in depth, and says so', async () => {
    const many = Object.fromEntries(Array.from({ length: mostCollected + 1 }, (_, n) => [`${n}.pdf`, 'x']));
    const wide = await collectDropped(drop(folder('多い', many)));
    expect([wide.files.length, wide.isCut]).toEqual([mostCollected, true]);
    let deep: Tree = { '底.pdf': 'x' };
    for (let depth = 0; depth < 30; depth++) deep = { f: deep };
    const bounded = await collectDropped(drop(folder('深い', { ...deep, '上.pdf': 'x' })));
    expect([namesOf(bounded), bounded.isCut]).toEqual([['深い/上.pdf'], true]);
  });
});
