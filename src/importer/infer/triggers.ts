const verbs = 'する|した|しようとする|行う|行った|行おうとする|受けた|受ける|される|された|させる';

/** What sets a duty off, as a noun: 記録媒体を持ち出すとき is 記録媒体の持ち出し. Undefined where it makes no plain one. */
const rules: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(`([一-鿿々ァ-ヺーA-Za-z]{2,20})(?:を|の)([一-鿿]{2,6})(?:を)?(?:${verbs})(?:場合|とき|際|時)$`, 'u'),
    '$1の$2',
  ],
  [/([一-鿿々ァ-ヺーA-Za-z]{2,20})に変更が(?:あった|生じた|ある|生じる)(?:場合|とき|際|時)$/u, '$1の変更'],
  [
    /([一-鿿々ァ-ヺーA-Za-z]{2,20})を(持ち出|持出|取り扱|取扱|取り消|引き渡|受け取|持ち込|持込)[すうむる](?:場合|とき|際|時)$/u,
    '$1の$2',
  ],
  [/([一-鿿々ァ-ヺーA-Za-z]{2,20})が(発生|終了|完了|判明)した(?:場合|とき|際|時)$/u, '$1の$2'],
  [/([一-鿿々ァ-ヺーA-Za-z]{2,20})が(?:生じた|起きた)(?:場合|とき|際|時)$/u, '$1の発生'],
  [/([一-鿿々ァ-ヺーA-Za-z]{2,20})の([一-鿿]{2,6})に(?:当|あ)た(?:り|って)$/u, '$1の$2'],
];

const endings: Readonly<Record<string, string>> = {
  持ち出: 'し',
  持出: 'し',
  取り扱: 'い',
  取扱: 'い',
  取り消: 'し',
  引き渡: 'し',
  受け取: 'り',
  持ち込: 'み',
  持込: 'み',
};

/** The noun of a condition. */
export function toTrigger(condition: string): string | undefined {
  for (const [pattern, into] of rules) {
    const found = pattern.exec(condition);
    if (!found) continue;
    const verb = found[2] ?? '';
    return into.replace('$1', found[1] ?? '').replace('$2', verb + (endings[verb] ?? ''));
  }
  return undefined;
}
