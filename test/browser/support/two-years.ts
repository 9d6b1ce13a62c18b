import { writeDesk } from '../../../src/core/desk/desk-file.ts';
import { mergeKept, nothingKept } from '../../../src/core/desk/kept.ts';
import { type CheckedFile, receive } from '../../../src/core/desk/receive.ts';
import { beginCampaign, beginCompany, companyId } from '../../../src/core/desk/write.ts';
import type { Entry } from '../../../src/core/register/entry.ts';
import { allDone, campaignTexts, checked, listFile, type StatusOf, sound, writing } from '../../core/desk/fixture.ts';
import { sha256 } from '../../support/record.ts';

const now = 'campaign-now';
const before = 'campaign-old';
const names = ['株式会社甲', '有限会社乙', '合同会社丙', '丁商店', '戊株式会社'];
const planned: StatusOf = { ...allDone, rules: { status: 'partial', dueOn: '2026-11-30', note: '改訂中' } };
const given: Record<string, { before?: StatusOf; now?: StatusOf }> = {
  株式会社甲: { before: planned, now: allDone },
  有限会社乙: { before: planned, now: { ...planned, pledge: { status: 'notDone' } } },
  合同会社丙: { before: allDone, now: { ...allDone, training: { status: 'partial', dueOn: '2026-12-28' } } },
};

/** Two years of one list, as a backup of the desk: three companies that answered, one without a signature, one not at all. */
export function twoYears(): string {
  let kept = nothingKept;
  const at = '2026-12-01T00:00:00.000Z';
  const files: CheckedFile[] = Object.entries(given).flatMap(([company, years]) => [
    ...(years.before
      ? [
          checked(
            `${company} 前`,
            sound(listFile({ company, statuses: years.before }), { at: '2025-11-20T01:00:00.000Z' }),
            before,
          ),
        ]
      : []),
    ...(years.now ? [checked(`${company} 今`, sound(listFile({ company, statuses: years.now })), now)] : []),
  ]);
  const unsigned = listFile({ company: '丁商店' });
  files.push(checked('丁商店', { state: 'unsigned', file: unsigned, form: 'current', grades: {} }, now));
  const returns = files.flatMap((file) => {
    const received = receive(file, undefined, { at, by: '見本花子' }, sha256);
    kept = mergeKept(kept, received.kept);
    return received.entry ? [received.entry] : [];
  });
  const company = (campaign: string, name: string, parent = ''): Entry =>
    beginCompany(campaign, { name, person: '', mail: 'tanto@example.jp', parent }, { at, by: '' }, sha256);
  const first = companyId(now, '株式会社甲', 0, sha256);
  const old = { ...campaignTexts, name: '令和7年度 委託先点検', begunOn: '2025-10-01', dueOn: '2025-12-05' };
  const entries = [
    beginCampaign(before, old, writing()),
    beginCampaign(now, { ...campaignTexts, before }, writing()),
    ...names.flatMap((name) => [
      company(before, name),
      company(now, name, name === '戊株式会社' || name === '丁商店' ? first : ''),
    ]),
    ...returns,
  ];
  return writeDesk({ entries, kept }) ?? '';
}
