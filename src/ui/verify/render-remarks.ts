import type { Reply } from '../../core/inbox/match-replies.ts';
import { copyTemplate } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';
import type { EntryRelation } from './entry.ts';

/** Longest file name in a remark, in code points, and most names in one. */
const nameLimit = 80;
const mostNames = 3;

/**
 * What is to be known of a file beside the others, a line each, from the page's templates; none for a file alone.
 * @param nameOf the name of the file with an id
 */
export function renderRemarks(
  root: ParentNode,
  relation: EntryRelation,
  nameOf: (id: string) => string,
): DocumentFragment[] {
  const remark = (name: string, ids: readonly string[] = []) =>
    copyTemplate(root, `remark-${name}`, { names: joinNames(ids.map(nameOf)) });
  const reply = (one: Reply) => {
    const names = 'id' in one ? joinNames([nameOf(one.id)]) : '';
    const result = 'result' in one ? toShortText(one.result, nameLimit) || '（空欄）' : '';
    const number = 'number' in one ? toShortText(one.number, nameLimit) : '';
    return copyTemplate(root, `remark-${one.kind}`, { names, result, number });
  };
  const { place, newest, sameAnswers, hasOtherKey, hasOtherPurpose, hasLaterVersion, replies } = relation;
  return [
    ...replies.map(reply),
    ...(replies.some((one) => 'isOwn' in one && one.isOwn) ? [remark('own-reply')] : []),
    ...(place === 'only' ? [] : [remark(place, newest)]),
    ...(hasOtherKey ? [remark('other-key')] : []),
    ...(hasOtherPurpose ? [remark('other-purpose')] : []),
    ...(hasLaterVersion ? [remark('later-version')] : []),
    ...(sameAnswers.length > 0 ? [remark('same-answers', sameAnswers)] : []),
  ];
}

/** `「一.pdf」「二.pdf」「三.pdf」ほか2件` */
function joinNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => `「${toShortText(name, nameLimit)}」`);
  const rest = names.length - shown.length;
  return shown.join('') + (rest > 0 ? `ほか${rest}件` : '');
}
