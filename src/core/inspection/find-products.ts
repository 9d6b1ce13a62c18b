import { formatDate } from '../text/date.ts';
import type { Finding } from './finding.ts';
import type { Inspected } from './shown.ts';

/** Products that had gone out of support on the day the list was checked. */
export function findProducts({ shown, rules }: Inspected): Finding[] {
  const ended = rules.products
    .filter(({ supportEnds }) => supportEnds < rules.checkedOn)
    .map((product) => ({ ...product, regExp: new RegExp(product.pattern, 'iu') }));
  return shown.flatMap(({ all, place }) => {
    const text = all.normalize('NFKC');
    return ended
      .filter(({ regExp }) => regExp.test(text))
      .map(({ name, supportEnds, source, certainty }) => ({
        kind: 'product',
        key: `product:${name}:${place.url}`,
        certainty,
        places: [place],
        found: `${name} のサポートは${formatDate(supportEnds)}に終わったとされる（${source}）。`,
        advice: 'サポートのある版に改める。延長の契約の有無は、開発元の説明で確かめる。',
      }));
  });
}
