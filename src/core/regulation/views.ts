import { compareWords } from '../crosswalk/compare-words.ts';
import { listDocuments } from '../crosswalk/crosswalk.ts';
import { amendmentsPath } from './amendments.ts';
import { oncePerLibrary } from './once-per-library.ts';
import { listRecords } from './record-list.ts';
import { listRoleSheets } from './role-sheets.ts';
import { arrangeSchedule, scheduleGroups } from './schedule.ts';

/** A page that gathers what the documents say, as home and sidebar name it. */
export interface View {
  /** Path from the site's base. */
  url: string;
  title: string;
  note: string;
}

/** The words of the site in the order of the fifty sounds, which works where no script does. */
export const indexPath = 'index/';

/** The pages that have something to show: a list of nothing leads nowhere. */
export const listViews = oncePerLibrary((library): View[] => {
  const { groups, documents } = arrangeSchedule(library);
  const hasTimes = [groups, ...documents.map((document) => document.groups)].some((some) =>
    scheduleGroups.some((id) => some[id].length > 0),
  );
  const views: [boolean, View][] = [
    [
      listDocuments(library.handbooks, library.ours).length > 1,
      {
        url: 'compare/',
        title: compareWords(library).title,
        note: '主題ごとに、何を出し、何を守るか。矛盾する所と、最も厳しい文書',
      },
    ],
    [
      listRoleSheets(library).some(({ sheets }) => sheets.length > 0),
      { url: 'roles/', title: '役割別', note: 'だれが何をするか。自分の役割を選んで一枚に印刷できる' },
    ],
    [
      library.forms.length > 0 && listRecords(library).length > 0,
      {
        url: 'papers/',
        title: '出すもの',
        note: '委託元ごとに、いつ何を出すか。済んだら印を付けて、書類を作り始められる',
      },
    ],
    [listRecords(library).length > 0, { url: 'records/', title: '提出物・記録', note: '作る書面と、相手、承認、保存' }],
    [hasTimes, { url: 'schedule/', title: '期限と周期', note: 'いつまでに、どのくらいの間隔で。予定表に保存できる' }],
    [
      library.handbooks.some(({ amendments }) => amendments.length > 0),
      { url: amendmentsPath, title: '新旧対照表', note: '規程の改正で、どの条がどう変わったか' },
    ],
    [
      library.handbooks.length > 0,
      {
        url: 'regulation-check/',
        title: '規程の点検',
        note: '参照切れ、言葉の揺れ、サポートの終わった製品、空欄',
      },
    ],
    [
      library.handbooks.length > 0,
      { url: indexPath, title: '五十音索引', note: '規程の言葉、判断、確認リスト、様式を、読みの順に' },
    ],
  ];
  return views.flatMap(([has, view]) => (has ? [view] : []));
});
