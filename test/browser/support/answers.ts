import type { Header } from '../../../src/record/v1/header/header.ts';
import type { ItemPlan } from './checklist.ts';

/** Names as they occur: beyond the BMP, compatibility ideographs, JIS X 0213, and a variation selector. */
export const rareHeader: Header = {
  company: '株式会社𠮷野システム',
  checker: '髙橋﨑𩸽辻\u{E0100}',
  checkedOn: '2025-04-01',
  recipient: '辻町役場契約課',
  business: '選挙人名簿の印刷',
};

/** The checker as a certificate names him: without the variation selector. */
export const rareSigner = '髙橋﨑𩸽辻';

/** All 20 items, each state but 未回答, each text that a state offers. */
export const allAnswered: readonly ItemPlan[] = Array.from({ length: 20 }, (_, index) => {
  switch (index % 5) {
    case 1:
      return { status: 'partial', texts: { dueOn: '2027-03-31', note: `第${index + 1}回の見直しで定める。` } };
    case 3:
      return { status: 'notDone', texts: { note: `No.${index + 1} は手順がまだない。` } };
    case 4:
      return { status: 'notApplicable', texts: { note: 'この業務では扱わない。' } };
    default:
      return { status: 'done', texts: { evidence: `社内規程 第${index + 1}条` } };
  }
});
