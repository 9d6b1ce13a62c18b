/** The kinds of items in organization.yaml, by the first part of their path, as readers know them. */
const groupTitles = {
  name: '会社名',
  choices: '選ぶ所',
  months: '月',
  contacts: '連絡先',
  revisions: '改訂日',
  blanks: '空欄',
};

/** Items under their kinds, in the order of the page. */
export function groupFillIns<Item extends { path: string; isOpen: boolean }>(
  items: readonly Item[],
): { id: string; title: string; items: Item[]; open: number }[] {
  return Object.entries(groupTitles).map(([id, title]) => {
    const some = items.filter(({ path }) => path.split('.')[0] === id);
    return { id, title, items: some, open: some.filter(({ isOpen }) => isOpen).length };
  });
}
