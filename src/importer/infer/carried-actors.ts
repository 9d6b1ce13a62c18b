import type { Inferred, Named } from '../model/fields.ts';
import type { ActorTools } from './direct-actors.ts';
import { moodOf } from './moods.ts';
import { headingOf, introOf, type Place } from './places.ts';
import { plainSentence } from './sentences.ts';
import { findSubjects } from './subjects.ts';

/** Words that take up the sentence before them. */
const taking = /^(?:なお|また|又|ただし|但し|さらに|加えて|特に|この場合|その場合|その際|前項|前号|その結果)/u;
/** 貸与を受けた端末は、…してはならない: a rule about a thing begins anew, and binds whoever has to do with it. */
const ownTopic =
  /^[^、。はがを]{0,6}[^、。はが]{1,30}(?<!場合|とき|際|時|に|で|と|後|前)は、?[^。]*(?:なら(?:ない|ぬ)|こと)。/u;

/** From what it stands under, from its heading, or from the place before it. */
export function carried(
  place: Place,
  found: ReadonlyMap<Place, Inferred<Named[]>>,
  presumed: ReadonlySet<Place>,
  tools: ActorTools,
): readonly Named[] | undefined {
  const approvers = new Set(tools.approversOf(place).map(({ name }) => name));
  // Nobody asks for their own leave, but two parties ask each other.
  const fits = (who: readonly Named[] | undefined) =>
    who && (who.length > 1 || !who.some(({ name }) => approvers.has(name))) ? who : undefined;
  const title = place.titles.at(-1) ?? '';
  const lead = introOf(place);
  const leading = lead && found.get(lead);
  if (lead && (isOthers(place, lead) || (isNamed(place) && isDirectory(lead)))) return undefined;
  // One that was only presumed there is presumed here by what the item says.
  if (lead) return leading?.from === '' && presumed.has(lead) ? undefined : fits(leading?.value);
  const duty = /^(.*)の(?:義務|責務|責任|役割|遵守事項|職務|任務)(?:等)?$/u.exec(title)?.[1];
  if (duty) {
    const sentence = plainSentence(`${duty}は`);
    const named = findSubjects(sentence, tools.mentionsOf(sentence)).flatMap(({ mentions }) =>
      mentions.flatMap(({ who }) => (who ? [who] : [])),
    );
    if (named.length > 0) return fits(named);
  }
  const { before } = place;
  if (!before || before.isHeading || headingOf(before) !== headingOf(place)) return undefined;
  if (/^前(?:項|号|条)の(?:報告|申請|届出|通知|連絡|申出)を受け/u.test(place.text) || isNamed(place)) return undefined;
  // 甲は、報告を求めることができる。 2 …報告書を提出する。: what one may ask, another has to do.
  if (presumed.has(before) || (tools.modalityOf(before) === 'may' && tools.modalityOf(place) !== 'may'))
    return undefined;
  const continues =
    taking.test(place.text) ||
    ((place.node.kind === 'text' || place.node.kind === 'paragraph') && !ownTopic.test(place.text));
  const ahead = found.get(before);
  // 実習生が閲覧するときは: who asks for leave there is not who is bound here.
  return continues && !ahead?.from.endsWith('が') ? fits(ahead?.value) : undefined;
}

/** 以下に届出、相談する: what is listed is to whom, and what each of them wants begins anew. */
function isDirectory({ sentences }: Place): boolean {
  return sentences.some(({ text }) =>
    /(?:次|以下|下記)(?:の[^、。をは]{1,16})?(?:に|への?)(?:届|相談|報告|連絡|通報|申告)/u.test(text),
  );
}

/**
 * Whether what a place introduces is for others: what another hands in (報告には以下の提供を含め), and what a contract binds
 * them to (契約書に次の事項を明記する), where the item is a sentence of its own.
 */
export function isOthers(place: Place, lead: Place): boolean {
  const isSaid = place.sentences.some(({ text }) => moodOf(text)?.isFixed);
  return lead.sentences.some(
    ({ text }) =>
      /(?:次|以下|下記)[^、。は]{0,16}(?:提供|提出|報告|開示)を(?:含め|求め)/u.test(text) ||
      (isSaid && /契約書?に[^。]*(?:明記|記載|盛り込|規定|定め)/u.test(text)),
  );
}

/** It begins with a line that names what follows, and so begins anew: 【本部への報告】, 漏えいの場合の対応. */
function isNamed({ text, sentences }: Place): boolean {
  const [first, second] = sentences;
  return (
    /^[<＜《【〔]/u.test(text) ||
    (first?.closed === false && second !== undefined && second.original !== first.original)
  );
}
