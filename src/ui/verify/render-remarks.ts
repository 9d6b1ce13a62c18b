import type { FileRelation } from '../../core/inbox/relate-files.ts';
import { copyTemplate } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';

/** Longest file name in a remark, in code points, and most names in one. */
const nameLimit = 80;
const mostNames = 3;

/**
 * What is to be known of a file beside the others, a line each, from the page's templates; none for a file alone.
 * @param nameOf the name of the file with an id
 */
export function renderRemarks(
  root: ParentNode,
  relation: FileRelation,
  nameOf: (id: string) => string,
): DocumentFragment[] {
  const remark = (name: string, ids: readonly string[] = []) =>
    copyTemplate(root, `remark-${name}`, { names: joinNames(ids.map(nameOf)) });
  const { place, newest, sameAnswers, hasOtherKey, hasOtherPurpose, hasLaterVersion } = relation;
  return [
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
