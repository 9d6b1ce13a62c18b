import { asksSeveral, type Kind, readOptions, toKind, unitOf, units } from './answer-kind.ts';

/** What a question's own words ask for. */
export interface Asked {
  /** `state` where they ask whether something is so. */
  kind: Kind;
  /** The words that say so, as they stand folded in the question. */
  words: string;
  /** Whether they can hardly mean anything else: a noun such as 連絡方法 may also ask whether there is one. */
  isSure: boolean;
}

/** Ends as one who asks whether something is so. */
const whether =
  /(?:て(?:い|あ|お)(?:る|ます|ります)|(?:でき|され)(?:て)?(?:いる|います|る|ます)|がある|があります|は?ありますか|した|ました|ない|ません|いるか|いますか)(?:か|こと)?$/;
/** Asks for more than yes or no: 何, いつ, どれ; not 何らか, いつでも, 何か. */
const interrogative =
  /何か月|何(?!ら|も|度も|重|より|でも|か(?!所|国|$)|人(?:も|でも|たり))|いつ(?!も|でも|か(?!$)|の間)|どれ(?!も|でも|か(?!$))|どの(?!よう)|どのよう|どちら(?!も|でも|か(?!$))|どこ(?!も|でも|か(?!$))|どんな|どう(?:いう|いった|し|や)|だれ(?!も|でも|か(?!$))|誰(?!も|でも|か(?!$))|いくつ(?!も|でも|か)|いくら(?!でも|か)|なぜ/g;
/** か in the middle: it is asked whether somebody knows what, when or who. */
const embedded =
  /か(?:どうか)?(?:を|が|は|も|の|、|,|に|で|など|について|[記決把確分明定管周説])|(?:[たるいん]|です|ます)か[^所月国年日]/;

const order =
  /(?:記入|記載|記述|入力|回答|お答え|答えて|教えて|お知らせ|お書き|書いて|列挙|挙げ|あげ|述べ|説明|選択|選んで|選び)(?:して|て)?(?:ください|下さい|願います|お願いします|すること|せよ)?$/;
/** 管理簿に…記入してください: it is a rule that something is written there, and asks whether that is kept. */
const written = /(?:簿|台帳|表|票|書|規程|ログ|システム|ラベル|記録)(?:など|等)?に/;

const counted =
  '人|者|台|件|社|回|本|枚|個|日|月|年|時間|点|部|冊|名|箇所|か所|カ所|ヶ所|ヵ所|拠点|店舗|世帯|従業員|職員|社員|委託先|端末|アカウント|ユーザー?|パソコン|の|総|合計';
const figures = `(?:${counted})数|数量|(?<![効能確])率|割合|金額|費用|残高|合計`;
const days =
  '年月日|日付|日時|(?:[たる]|実施|改[定訂]|制定|策定|施行|作成|更新|点検|確認|完了|開始|終了|承認|契約|締結|取得|発行|受講|訓練|見直し|棚卸し?|購入|導入|設置|廃棄|記入|回答|予定|満了|発生|報告|提出|入社|退職|任命)の?(?:予定)?(?:年月)?日';
const names =
  '名称|氏名|名前|(?:製品|商品|会社|企業|法人|団体|部署|部門|担当者|責任者|管理者|システム|ソフト|ソフトウェア|サービス|機器|資格|事業者|委託先|ファイル|文書|規程|組織|役職|店舗|施設|取引先|認証|メーカー|機種)名|電話番号|(?:メール)?アドレス|住所|所在地|型番|型式|バージョン|製造番号|URL';
/** Free words that a question may begin with. */
const free = /^(?:自由(?:記述|記入|意見|回答)|(?:その他)?(?:ご意見|御意見|ご要望|特記事項|コメント))/;
const perhaps =
  '(?:保[存管]|有効|契約|利用|試用|保証|対象)期間|期限|時期|頻度|間隔|周期|方法|内容|概要|理由|場所|連絡先|窓口';

/** What a question asks for; undefined where its words leave that open, as 入退室の管理 does. */
export function findAsked(question: string): Asked | undefined {
  const folded = question.normalize('NFKC').replace(/\s|[。．.?]+$/g, '');
  const [, bracket = ''] = /[([〔]([^()[\]〔〕]*)[)\]〕]$/.exec(folded) ?? [];
  const bare = folded.replace(/[([〔][^()[\]〔〕]*[)\]〕]$/, '').replace(/[。．.?]+$/, '');
  const several = asksSeveral(question) || /複数(?:可|選択|回答)/.test(folded);
  const asking = findInterrogative(bare);
  const isOrder = order.test(bare) && !written.test(bare);
  const end = endOf(bare);
  const options = bracket.replace(/[、,・]?\s*(?:複数(?:選択|回答)?可|いくつでも(?:可)?|1つ(?:だけ)?)$/, '');
  const offered = options === '' ? undefined : readOptions(options);
  const asksWhich = asking !== undefined || isOrder || /(?:いずれ|どれ|次のうち)/.test(bare);
  if (offered && asksWhich) return { kind: toKind(offered, several), words: asking ?? bracket, isSure: true };
  if (asking !== undefined) return ofInterrogative(bare, asking, question);
  if (free.test(bare)) return { kind: { kind: 'text' }, words: free.exec(bare)?.[0] ?? '', isSure: true };
  if (isOrder) {
    const object = /^(.*)を/.exec(bare)?.[1] ?? '';
    const named = ofNoun(object, question);
    if (named) return { ...named, isSure: true };
    // 選んでください without its options asks for one that is not there.
    const words = order.exec(bare)?.[0] ?? '';
    const isPlain = !/選/.test(words) && !/[○×✓]|チェック|レ点/.test(bare);
    return { kind: { kind: 'text' }, words, isSure: isPlain };
  }
  if (whether.test(bare) || /か$/.test(bare))
    return { kind: { kind: 'state' }, words: end, isSure: whether.test(bare) };
  // 媒体の数(本), 開封率(%): the brackets name what is counted.
  const { unit } = unitOf(bracket === '' ? '' : `(${bracket})`);
  if (unit && /(?:数|率|割合|額|量|費|期間|間隔|頻度|台|件)は?$/.test(bare))
    return { kind: { kind: 'number', unit }, words: `${end}(${bracket})`, isSure: true };
  return ofNoun(bare.replace(/は$/, ''), question);
}

/** The words 何人, いつ, どのように of the question itself; undefined where they stand in what is known or recorded. */
function findInterrogative(bare: string): string | undefined {
  for (const match of bare.matchAll(interrogative)) {
    const rest = bare.slice(match.index + match[0].length).replace(/(?:です|ます)?か?$/, '');
    if (!embedded.test(rest)) return new RegExp(`何(?:${units})`).exec(bare.slice(match.index))?.[0] ?? match[0];
  }
  return undefined;
}

function ofInterrogative(bare: string, asking: string, question: string): Asked {
  const [unit] = new RegExp(`(?<=^何)(?:${units})`).exec(asking) ?? [];
  if (/^何月何?日|^何年何?月/.test(bare.slice(bare.indexOf(asking))))
    return { kind: { kind: 'date' }, words: asking, isSure: true };
  if (unit !== undefined)
    return { kind: { kind: 'number', ...unitOf(asking), ...unitOf(question) }, words: asking, isSure: true };
  if (/^いくつ/.test(asking)) return { kind: { kind: 'number', ...unitOf(question) }, words: asking, isSure: true };
  // いつ行っていますか is answered by 毎年4月 as well.
  if (asking.startsWith('いつ') && !/て(?:い|お)(?:る|ます|ります)か$/.test(bare))
    return { kind: { kind: 'date' }, words: asking, isSure: true };
  // 台数は何ですか, 割合はどれくらいですか
  const subject = /^(.*)は[^は]*$/.exec(bare)?.[1];
  const named = subject === undefined ? undefined : ofNoun(subject, question);
  if (named?.isSure) return named;
  return { kind: { kind: 'text' }, words: asking, isSure: true };
}

/** What a noun at the end of a phrase is a value of: 台数, 最終改定日, 氏名. */
function ofNoun(phrase: string, question: string): Asked | undefined {
  const both = /(?:及び|および|並びに|ならびに)(?=[^、]*$)/.exec(phrase);
  if (both) {
    // 人数及び受講率: two values stand in a text.
    const [one, other] = [phrase.slice(0, both.index), phrase.slice(both.index + both[0].length)];
    const [first, second] = [ofNoun(one, one), ofNoun(other, other)];
    return first && second && { kind: { kind: 'text' }, words: endOf(phrase), isSure: first.isSure && second.isSure };
  }
  const found = (words: string) => new RegExp(`(?:${words})$`).exec(phrase)?.[0];
  const figure = found(figures);
  if (figure) return { kind: { kind: 'number', ...unitOf(question) }, words: endOf(phrase), isSure: true };
  const day = found(days);
  if (day) return { kind: { kind: 'date' }, words: day, isSure: true };
  const name = found(names);
  if (name) return { kind: { kind: 'text' }, words: name, isSure: true };
  const open = found(perhaps);
  return open ? { kind: { kind: 'text' }, words: open, isSure: false } : undefined;
}

/** The last word of a phrase, for a message: what follows its last particle. */
function endOf(phrase: string): string {
  return (/[^のをはがにで、,]{1,12}$/.exec(phrase)?.[0] ?? phrase.slice(-6)).slice(-12);
}

/** How a question is answered of which only its words say so; undefined where they ask whether something is so. */
export function guessKind(question: string): Kind | undefined {
  const asked = findAsked(question);
  return asked?.isSure && asked.kind.kind !== 'state' ? asked.kind : undefined;
}
