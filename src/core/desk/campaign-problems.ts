import { headerNames } from '../../record/v1/header/header.ts';
import { longestRequestTexts, requestNames } from '../../record/v1/header/request.ts';
import {
  dateMessage,
  type FieldProblem,
  longestHeaderText,
  problemAt,
  textMessage,
} from '../../record/v1/header/validate-fields.ts';
import { toInvitation } from './invitation.ts';
import type { CampaignTexts } from './write.ts';

/**
 * What is wrong with a campaign before it begins, in order of display.
 * @param texts as sent, without spaces around them; @param items how many items of the list ask for a state; undefined where
 * it is not known, or it is a form
 * @param today `YYYY-MM-DD`, for the example of a day
 */
export function campaignProblems(texts: CampaignTexts, items: number | undefined, today: string): FieldProblem[] {
  const { name, dueOn, scope, contact, recipient, business, rule } = texts;
  const line = (
    id: string,
    text: string,
    label: string,
    max: number,
    rest: { required?: boolean; lines?: boolean } = {},
  ) =>
    problemAt(
      id,
      textMessage(text, { name: label, max, required: rest.required ?? false, lines: rest.lines ?? false }),
    );
  const problems = [
    ...line('name', name, '依頼の名前', longestRequestTexts.name, { required: true }),
    ...line('recipient', recipient, headerNames.recipient, longestHeaderText),
    ...line('business', business, headerNames.business, longestHeaderText),
    ...(dueOn === '' ? [] : problemAt('due-on', dateMessage(dueOn, requestNames.dueOn, today))),
    ...line('scope', scope, requestNames.scope, longestRequestTexts.scope, { lines: true }),
    ...line('contact', contact, requestNames.contact, longestRequestTexts.contact),
    ...(rule.kind === 'least' ? problemAt('pass-count', countMessage(rule.least, items)) : []),
  ];
  if (problems.length > 0 || toInvitation({ id: longestId, ...texts })) return problems;
  return problemAt(
    'scope',
    '招待のリンクが長くなりすぎます。対象範囲を短くするか、詳しくはメールの本文に書いてください。',
  );
}

/** No id of a campaign is longer. */
const longestId = 'x'.repeat(64);

function countMessage(least: number, items: number | undefined): string | undefined {
  if (Number.isInteger(least) && least >= 1 && (items === undefined || least <= items)) return undefined;
  const most = items === undefined ? 'リストの問いの数' : `リストの問いの数（${items}）`;
  return `合格の数には、1 から${most}までの整数を入力してください。`;
}
