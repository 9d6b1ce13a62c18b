import { nameRow, rowsOf } from '../tailoring/list-rows.ts';
import { fillLines, fillText, findOwnList, type ListPiece, type Piece, type Wording } from '../tailoring/wording.ts';
import { formatDate } from '../text/date.ts';
import type { Finding } from './finding.ts';
import type { Inspected, ShownPassage } from './shown.ts';

const advice = 'サポートのある版に改める。延長の契約の有無は、開発元の説明で確かめる。';

/**
 * Products that had gone out of support on the day the list of products was checked, and rows of the company's own lists
 * that say so themselves. A row is named, so that it is found among forty.
 */
export function findProducts({ shown, rules, wording }: Inspected): Finding[] {
  const ended = rules.products
    .filter(({ supportEnds }) => supportEnds < rules.checkedOn)
    .map((product) => ({ ...product, regExp: new RegExp(product.pattern, 'iu') }));
  const endedIn = (text: string) => ended.filter(({ regExp }) => regExp.test(text.normalize('NFKC')));
  return shown.flatMap((from): Finding[] => {
    const { place } = from;
    const finding = (key: string, said: Pick<Finding, 'certainty' | 'found'>): Finding => {
      return { kind: 'product', key: `product:${key}`, places: [place], ...said, advice };
    };
    const texts = endedIn(textBesideRows(from, wording)).map((product) =>
      finding(`${product.name}:${place.url}`, { certainty: product.certainty, found: sayEnded(product) }),
    );
    const rows = listOwnRows(from, wording).flatMap(({ list, at, row, name, ends }): Finding[] => {
      const key = `${place.url}:${list}:${at}`;
      const known = endedIn(row).map((product) =>
        finding(`${product.name}:${key}`, { certainty: product.certainty, found: `${name}: ${sayEnded(product)}` }),
      );
      const own = ends.find((day) => day < rules.checkedOn);
      if (own === undefined || known.length > 0) return known;
      return [
        finding(key, {
          certainty: '確実',
          found: `${name}: 一覧に書いたサポートの終わり（${formatDate(own)}）を過ぎている。`,
        }),
      ];
    });
    return [...texts, ...rows];
  });
}

function sayEnded({ name, supportEnds, source }: { name: string; supportEnds: string; source: string }): string {
  return `${name} のサポートは${formatDate(supportEnds)}に終わったとされる（${source}）。`;
}

interface OwnRow {
  list: string;
  /** Its place in the list, from 0 on. */
  at: number;
  /** Its cells in one text. */
  row: string;
  name: string;
  /** Days on which it says that support ends. */
  ends: string[];
}

function listOwnRows({ passage }: ShownPassage, wording: Wording): OwnRow[] {
  return passage.text.filter(isPlace).flatMap(({ list: id, group }) => {
    const list = findOwnList(wording, id);
    if (!list) return [];
    const ends = list.columns.filter(({ supportEnds }) => supportEnds);
    return rowsOf(list, group).map((row) => {
      const at = list.rows?.indexOf(row) ?? 0;
      return {
        list: id,
        at,
        row: list.columns.map((column) => fillText(row[column.id] ?? '', wording)).join('\t'),
        name: `一覧「${list.title}」の${nameRow(list, row, at + 1)}`,
        ends: ends.flatMap((column) => row[column.id] || []),
      };
    });
  });
}

/** What a passage says besides rows of the company. */
function textBesideRows({ passage, all }: ShownPassage, wording: Wording): string {
  if (!passage.text.some((piece) => isPlace(piece) && findOwnList(wording, piece.list))) return all;
  const rest = passage.text.filter((piece) => !(isPlace(piece) && findOwnList(wording, piece.list)));
  return `${fillLines(passage.beside, wording)}\n${fillLines(rest, wording)}`;
}

function isPlace(piece: Piece): piece is ListPiece {
  return typeof piece === 'object' && 'list' in piece && piece.as !== undefined && piece.at === undefined;
}
