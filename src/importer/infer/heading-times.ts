import type { WrittenWhen } from '../../core/regulation/provision.ts';
import { headingOf, isInner, leadOf, type Place } from './places.ts';
import { findTimings } from './timings.ts';

/** 漏えい発生時の対応, 事故が起きた場合の連絡, インシデント発生時: a time for all that stands under it. */
const titled =
  /^(.*(?:時|場合|とき|際))(?:の(?:初期|初動|緊急)?(?:対応|対処|措置|処置|報告|連絡|手順|手続き?|処理|行動|体制|取扱い|注意(?:事項|点)?)(?:等|手順|方法|について)?(?:及び|および|・|と)?[^、。]{0,8})?$/u;

/** The time that the nearest heading names, where no lead with a time of its own stands between. */
export function headingTime(place: Place): string | undefined {
  const heading = headingOf(place);
  const title = heading?.titles.at(-1) ?? '';
  const words = titled.exec(title)?.[1];
  if (words === undefined || /(?:臨|随|常|同|平|定|当|日)時$/u.test(words) || [...words].length < 3) return undefined;
  // What introduces it has said when, and says it for its items.
  return leadOf(place) || place.node.kind === 'note' || isFurther(place) ? undefined : words;
}

/** A paragraph after the first: the caption told what set the article off, and the article has gone on. */
function isFurther({ node, before }: Place): boolean {
  if (node.kind !== 'paragraph' && node.kind !== 'text') return false;
  for (let other = before; other && !other.isHeading; other = other.before) if (!isInner(other)) return true;
  return false;
}

/** 規程の説明（入社時）: brackets that hold a time and nothing else. */
export function bracketedTime({ node }: Place): WrittenWhen | undefined {
  if (node.table || node.body.length !== 1) return undefined;
  const inside = /[（(]([^（()）]{2,24})[）)][。]?$/u.exec(node.body[0]?.text ?? '')?.[1];
  if (inside === undefined) return undefined;
  const [timing, ...more] = findTimings(inside);
  if (timing && more.length === 0 && timing.start === 0 && /^(?:に|実施)?$/u.test(inside.slice(timing.end)))
    return {
      text: inside,
      ...(timing.within && { within: timing.within }),
      ...(timing.every && { every: timing.every }),
    };
  return /^(?:[^、。]{1,10}(?:時|後|前|の際|の都度)(?:[、・]|及び|又は|と)?)+$/u.test(inside)
    ? { text: inside }
    : undefined;
}
