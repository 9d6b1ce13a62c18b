import { listFillIns } from '../tailoring/items.ts';
import type { Finding } from './finding.ts';
import type { Inspected } from './shown.ts';

/** What the company has not decided although the pages need it. */
export function findBlanks({ fillIns, wording, passages }: Inspected): Finding[] {
  return listFillIns(fillIns, wording, passages)
    .filter(({ isOpen }) => isOpen)
    .map(({ path, question, places }) => ({
      kind: 'blank',
      key: `blank:${path}`,
      certainty: '確実',
      places: [{ label: '自社に合わせる', url: `tailoring/#${path}` }, ...places.slice(0, 3)],
      found: `「${question}」が決まっていない。`,
      advice: '「自社に合わせる」の頁で値を試し、organization.yaml に書く。',
    }));
}
