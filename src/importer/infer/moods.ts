import type { Modality } from '../../core/regulation/provision.ts';

/** How strongly a sentence binds, and the words that say so. */
export interface Mood {
  modality: Modality;
  /** A fixed form of words, and not the plain end of a verb. */
  isFixed: boolean;
  start: number;
  end: number;
}

type Rule = readonly [modality: Modality, isFixed: boolean, pattern: RegExp];

/** Ends of a sentence; the first that fits counts. */
const rules: readonly Rule[] = [
  // しないでください, ご遠慮ください; ご覧ください asks for nothing.
  ['must-not', true, /(?:ないで|ご遠慮|御遠慮)(?:ください|下さい)$/u],
  ['information', false, /(?:[ごお御][^、。]{1,12}|参考に[^、。]{0,4}|参照して|問い?合わせて)(?:ください|下さい)$/u],
  ['should', true, /(?:努め|つとめ)なければ(?:ならない|なりません)(?:もの|こと)?(?:とする)?$/u],
  // しなければならない, せねばならない, 守らなくてはならない
  [
    'must',
    true,
    /(?:なければ|ねば|なくては)(?:ならない|なりません|いけない|いけません|ならず|ならぬ)(?:こと|もの)?(?:とする)?$/u,
  ],
  // してはならない, してはいけない, あってはならない
  ['must-not', true, /[てで]は(?:ならない|なりません|いけない|いけません|ならぬ)(?:こと|もの)?(?:とする)?$/u],
  // 禁止する, 禁ずる, 厳禁, 認めない, 許可しない
  [
    'must-not',
    true,
    /(?:禁止|厳禁|禁ずる|禁じる|禁じます|不可)(?:(?:と)?(?:する|します|すること|である|です))?(?:こと|もの)?(?:とする)?$/u,
  ],
  // この限りでない, 適用しない, 差し支えない, 妨げない, 要しない
  [
    'may',
    true,
    /(?:この限りで(?:は)?(?:ない|ありません)|適用しない|適用しません|差し支え(?:ない|ありません)|差支え(?:ない|ありません)|妨げない|妨げるものでは(?:ない|ありません)|支障(?:は)?ない|(?:必要|要)(?:は|が)?(?:ない|しない|ありません)|を要しない)(?:もの|こと)?(?:とする)?$/u,
  ],
  ['may', true, /(?:足りる|足ります|代えられる|省略して差し支えない)(?:もの|こと)?(?:とする|とします)?$/u],
  ['must-not', true, /(?:ことは|こと(?:が)?|は)(?:でき|出来)(?:ない|ません)(?:もの|こと)?(?:とする|とします)?$/u],
  ['must-not', false, /のみ[^、。]*(?:でき|出来|込め)る(?:もの|こと)?(?:とする|とします)?$/u],
  [
    'information',
    false,
    /を除く(?:もの|こと)?(?:とする|とします)?$|(?:様式|書式|期間|名称)は、?[^、]*(?:とする|による|とおりとする)$/u,
  ],
  [
    'information',
    false,
    /(?:対象|処分|結果)と(?:なる|なり得る)(?:こと|場合)が(?:ある|あります)$|される(?:こと|場合)が(?:ある|あります)$/u,
  ],
  // 校長を責任者とする
  ['definition', true, /を[^、はを]{0,16}(?:者|長|役|員|主任)と(?:する|します)(?:もの)?$/u],
  ['may', true, /(?:でき|出来)(?:る|ます)(?:もの|こと)?(?:とする|とします)?$/u],
  ['may', true, /(?:しても|ても|でも)(?:よい|良い|構わない|かまわない|よろしい|よいものとする|よいこととする)$/u],
  [
    'may',
    true,
    /(?:こともできる|ことがある|ことがあります|(?:でき|出来)る場合がある|(?:でき|出来)る場合があります|ことも可能|可能である|可能とする|可とする)$/u,
  ],
  // 〜に努める, 望ましい, 推奨する, べきである
  [
    'should',
    true,
    /(?:(?:に|よう(?:に)?)?(?:努め|つとめ|務め)(?:る|ます|ること|るもの|なければならない|ねばならない)(?:とする|とします)?|努力する|心掛ける|心がける|望ましい(?:もの|こと)?|望まし(?:い|く)(?:です|である)|望まれ(?:る|ます)|推奨(?:する|します|される|されます)?|勧める|適切(?:である|です)|べきである|べきです|よう配慮するものとする)$/u,
  ],
  // 「X」とは、…をいう
  [
    'definition',
    true,
    /(?:を|と)(?:いう|言う|いいます|言います|指す|指します|意味する|意味します|称する|総称する)(?:もの|こと)?(?:とする|とします)?$/u,
  ],
  [
    'information',
    true,
    /(?:を|こと(?:を)?)(?:その)?目的(?:と(?:する|します)|とし(?:ている|ます)|である|です)(?:もの)?(?:である)?$/u,
  ],
  ['definition', true, /(?:次(?:の|に)|以下|下記|別表)[^。]{0,20}定めるところによる(?:もの)?(?:とする)?$/u],
  ['definition', true, /を(?:以下|次|下記|別表[0-9]*)(?:の(?:とおり|通り))?とする$/u],
  ['definition', false, /(?:次|以下|下記|別表)[^。]*の(?:とおり|通り)(?:とする|である|です)$/u],
  [
    'information',
    true,
    /(?:規定による|例による|準じる|準ずる|移転する|帰属する|属する|みなす|含まれる|及ぶものと|同様とする|効力を有する|効力を失う|同じ|同じである|裁判所とする|お願いいたします)(?:もの|こと)?(?:とする)?$/u,
  ],
  [
    'definition',
    false,
    /^「[^」]*」(?:に)?は.*含む(?:もの|こと)?(?:とする|とします)?$|」は[^、]*含む(?:もの|こと)(?:とする|とします)$/u,
  ],
  // 責任を負う, 義務を負う, 必要がある, 必須とする
  [
    'must',
    true,
    /(?:責任|義務|責務|責め|責)(?:を|が)(?:負う|有する|負います|負わなければならない|負担する|ある|生じる)(?:もの|こと)?(?:とする|とします)?$/u,
  ],
  [
    'must',
    true,
    /(?:必要(?:が|で|と)(?:ある|する|です|あります)|必須(?:とする|である|です)?|義務付ける|義務づける|要する)(?:もの|こと)?(?:とする)?$/u,
  ],
  // しないこと, しないものとする
  [
    'must-not',
    true,
    /(?<!よう)(?:しない|わない|かない|さない|たない|ばない|まない|らない|がない|せない|えない|けない|げない|れない|めない|べない|じない|きない|みない|いない|ません)(?:こと|もの)(?:とする|とします)?$/u,
  ],
  ['must', true, /(?:こと|もの|事|物)と(?:する|します|し)$/u],
  ['must', true, /(?:する|行う|図る|う|く|す|つ|ぬ|ぶ|む|る|ぐ)(?:こと|事)$/u],
  ['must', true, /(?:する|行う|る|う|く|す|つ|む|ぶ|ぐ)べし$/u],
  // 附則の施行
  [
    'information',
    true,
    /(?:施行(?:する|します|した)|(?<!を)適用する|(?:規[定程則]|基準|要領|法|条項?|項|号)を適用する|改正(?:する|した)?|(?<!(?<!規程|規則|規定|要領|要綱|基準|細則|内規|手順)を)廃止する|制定(?:する|した)?)$/u,
  ],
  ['must', false, /(?:ください|下さい)$/u],
  [
    'information',
    false,
    /(?:である|です|ました|った|でした|[てで]いる|[てで]います|ありうる|あり得る|[はがに]ある|[はがに]あります|される|されます|含まれる|含まれます|該当する|該当します|該当しない|該当しません|(?:存在|実在|合致|一致|関係|影響|矛盾)しない|含まない|含みません|問わない|問いません)$/u,
  ],
  [
    'must-not',
    false,
    /(?:しない|わない|かない|さない|たない|ばない|まない|らない|せない|えない|けない|げない|れない|めない|べない|じない|きない|みない|ません)$/u,
  ],
  ['must', false, /(?:します|ます|を行う|徹底)$/u],
  // The plain form of a verb: rules are written so.
  ['must', false, /[するうくすつぬぶむぐる]$/u],
];

/** 第1条 この規程は、…必要な事項を定める。 */
const purpose =
  /^(?:この|本)[^、は]{0,24}は、?.*(?:を|について)(?:定める|定めます|示す|規定する|規律する)(?:もの|こと)?(?:である|とする|です)?$/u;

/** 甲は、…とする。 names somebody: 管理責任者は、部門長とする. */
const appointment =
  /(?:(?<!対象)者|長|範囲|利用者|事務局|所管課|期間の始期)は、?[^、]{1,40}(?:者|長|員|社長|役|部|課|室|取締役)(?:とする|をもって充てる|を充てる|が務める|がこれに当たる|とし.*とする|である)$/u;

/** A duty before the ban at the end. */
const duty = /(?:ものとし|こととし|注意し|とどめ|留め|限定し|確認し|設定し|暗号化し|徹底し|区別し)、/u;

/** The mood of a sentence; undefined for words that are none, such as an item without a verb. */
export function moodOf(text: string): Mood | undefined {
  const [one = '', other] = choices(text.replace(/※.*$/u, ''));
  const mood = moodOfChoice(one);
  // 接続は禁止する/する場合は許可を得る: one of the two lets it happen, under a duty.
  if (mood?.modality !== 'must-not' || other === undefined || !/許可|承認|承諾|届/u.test(other)) return mood;
  return moodOfChoice(other)?.modality === 'must' ? { ...mood, modality: 'must', isFixed: false } : mood;
}

function moodOfChoice(text: string): Mood | undefined {
  const said = text.replace(/[:：]$/u, '');
  if (said === '' || /^https?:|^<https?:/u.test(said)) return undefined;
  if (purpose.test(said)) return mood('information', true, said, /[^、]*$/u);
  if (appointment.test(said))
    return mood('definition', true, said, /とする|をもって充てる|を充てる|が務める|がこれに当たる|である$/u);
  if (/(?:とは、|とは$)/u.test(said) && /(?:いう|いいます|もの|こと|指す|である|含まれます|ことをいう)$/u.test(said)) {
    return mood('definition', true, said, /とは/u);
  }
  for (const [modality, isFixed, pattern] of rules) {
    const found = pattern.exec(said);
    if (!found) continue;
    // 体制整備を行い、…に努めるものとする: the first half obliges.
    if (
      modality === 'should' &&
      /(?:を行い|講じ|定め|整備し|遵守し|するとともに|すると共に|したうえで)、/u.test(said)
    ) {
      return { modality: 'must', isFixed: false, start: found.index, end: said.length };
    }
    // …に注意し、…しない; …するものとし、…しないものとする: a duty comes first.
    if (modality === 'must-not' && duty.test(said) && !/は(?:ならない|なりません|いけない)/u.test(said)) {
      return { modality: 'must', isFixed: false, start: found.index, end: said.length };
    }
    // …してはならず、…にとどめること: the ban comes first.
    const ban = modality === 'must' && /こと$/u.test(said) ? /[てで]はなら(?:ず|ないものとし)、/u.exec(said) : null;
    if (ban) return { modality: 'must-not', isFixed: false, start: ban.index, end: ban.index + ban[0].length };
    return { modality, isFixed, start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/** 許可を得る/利用を禁止する: what a company chooses from. */
function choices(text: string): string[] {
  return text.split(/(?<=[るすうくむ])[/／]/u);
}

function mood(modality: Modality, isFixed: boolean, text: string, pattern: RegExp): Mood {
  const found = pattern.exec(text);
  return { modality, isFixed, start: found?.index ?? 0, end: found ? found.index + found[0].length : text.length };
}
