import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/importer/text/read-text.ts';
import { checkedTree, outline } from '../support/check-tree.ts';

const build = (name: string) => checkedTree(readText(readFileSync(`test/fixtures/importer/${name}.txt`), 'text'));
const found = (name: string) =>
  build(name).diagnostics.map(({ kind, spot, message }) => `${kind} ${spot.line ?? ''} ${message}`);

describe('headings of careless depth, doubled marks, torn lines, forms without a label', () => {
  test('tree', () => {
    expect(outline(build('a-headings-astray'))).toMatchInlineSnapshot(`
      "= 受託者が書庫の利用に当たり講ずる措置
      heading 1-h 〈1.〉 1. | 体制の整備について
        heading 1-1-h 〈1.(1)〉 (1) | 書庫を管理する体制
          item 1-1-n1 〈1.(1)①〉 ① | 受託者は、書庫を管理する者を置…
          item 1-1-n2 〈1.(1)②〉 ② | 書庫を管理する者は、鍵の受渡し…
        heading 1-2-h 〈1.(2)〉 (2) | 届け出る書面について
          item 1-2-n1 〈1.(2)①〉 ① | 受託者は、次に掲げる体制を整え…
          heading 1-2-u1-h 〈1.(2)（整える体制）〉  （整える体制） |
            bullet 1-2-u1-b1 〈1.(2)（整える体制）箇条1〉 ・ | 書庫に入る者は、必要な範囲の者…
            bullet 1-2-u1-b2 〈1.(2)（整える体制）箇条2〉 ・ | 鍵は、二人で扱うこと。
          heading 1-2-a-h 〈1.(2)ア〉 ア | 入庫者名簿
            text 1-2-a-p1 〈1.(2)ア本文〉  | 書庫に入る者の名簿をいう。一部…
          heading 1-2-b-h 〈1.(2)イ〉 イ | 鍵の管理を定めた書面
            text 1-2-b-p1 〈1.(2)イ本文〉  | 鍵の保管場所、鍵を渡す手順のほ…
          heading 1-2-c-h 〈1.(2)ウ〉 ウ | 倉庫の見取図
            text 1-2-c-p1 〈1.(2)ウ第1段落〉  | 倉庫の配置、出入口及び消火設備…
            text 1-2-c-p2 〈1.(2)ウ第2段落〉  | なお、倉庫を借りない場合は、見…
          item 1-2-n2 〈1.(2)②〉 ② | 受託者は、①の書面に変更がある…
      heading 2-h 〈2.〉 2. | 書庫の利用等について
        item 2-n1 〈2.(1)〉 (1) | 書庫は、文書の保管のほかに使わ…
        item 2-n2 〈2.(2)〉 (2) | 使い終えた文書は、箱ごとに返す… ⏎ なお、返却計画書に相当する書面…
        item 2-n3 〈2.(3)〉 (3) | 文書を動かす日は、搬出入の台帳…
      heading 3-h 〈3.〉 3. | 検査について
        item 3-n1 〈3.(1)〉 (1) | 委託者は、検査を行うことができ…
        item 3-n2 〈3.(2)〉 (2) | 受託者は、検査を受け入れること。
      heading 4-h 〈4.〉 4. | 報告について
        text 4-p1 〈4.第1段落〉  | 求めがあった場合には、書面で報…
        text 4-p2 〈4.第2段落〉  | 令和 年 月 日
      heading u1-h 〈●●文書の返却に係る返却計画書〉  | ●●文書の返却に係る返却計画書
        text u1-p1 〈●●文書の返却に係る返却計画書第1段落〉  | 受託者名 :
        text u1-p2 〈●●文書の返却に係る返却計画書第2段落〉  | 下記のとおり返却する予定です。
        text u1-p3 〈●●文書の返却に係る返却計画書第3段落〉  | 記
        heading u1-1-h 〈●●文書の返却に係る返却計画書1〉 1 | 返却する文書
          table u1-1-tb1 〈●●文書の返却に係る返却計画書1 表〉  |  3行
          note u1-1-nt1 〈●●文書の返却に係る返却計画書1注1〉 (注 1) | 「契約書」、「図面」のいずれか…
          note u1-1-nt2 〈●●文書の返却に係る返却計画書1注2〉 (注 2) | 手渡しの場合 :「手渡し」と記… ⏎ 運送の場合 :「運送」と記載し…
        heading u1-2-h 〈●●文書の返却に係る返却計画書2〉 2 | 返却が終わる予定の日
          text u1-2-p1 〈●●文書の返却に係る返却計画書2本文〉  | 令和 年 月 日
      annex x2-h 〈別添2〉 (別添 2) |
        text x2-p1 〈別添2本文〉  | 令和 年 月 日
        heading x2-u1-h 〈別添2 ●●文書の返却に係る返却報告書〉  | ●●文書の返却に係る返却報告書
          text x2-u1-p1 〈別添2 ●●文書の返却に係る返却報告書本文〉  | 受託者名 :
          heading x2-u1-1-h 〈別添2 ●●文書の返却に係る返却報告書1〉 1 | 返却した文書
            table x2-u1-1-tb1 〈別添2 ●●文書の返却に係る返却報告書1 表〉  |  2行
            note x2-u1-1-nt1 〈別添2 ●●文書の返却に係る返却報告書1注1〉 (注 1) | 「契約書」、「図面」のいずれか…
          heading x2-u1-2-h 〈別添2 ●●文書の返却に係る返却報告書2〉 2 | 返却が終わった日
            text x2-u1-2-p1 〈別添2 ●●文書の返却に係る返却報告書2本文〉  | 令和 年 月 日"
    `);
  });
  test('diagnostics', () => {
    expect(found('a-headings-astray')).toMatchInlineSnapshot(`
      [
        "markup  本文ではなく書式の記号として読んだもの: # 47字、- 11字",
        "tear-healed 27 改ページなどで切れた「…、一部を他の者に任せる場」と「合はその者の分も含む。…」を一つの文につなぎました（切れ目をまたぐ語が、この文書の他の所にもある）。",
        "tear-healed 46 改ページなどで切れた「…とに鑑み、文書を受託者組」と「織内に移す際は、封をした…」を一つの文につなぎました（切れ目をまたぐ漢字が一つの語になる）。",
      ]
    `);
  });
});

describe('two series of chapter numbers and numbered lists below them', () => {
  test('tree', () => {
    expect(outline(build('b-numbers-twice'))).toMatchInlineSnapshot(`
      "= 業務における書庫の取扱い
      text 0-p1 〈本文〉  | 委託者が貸す書庫について、受託…
      heading 1-h 〈1〉 1 | 「書庫」とは
        text 1-p1 〈1本文〉  | 仕様書に記載の「書庫」とは、次…
        item 1-n1 〈1 1.〉 1. | 文書を保管する棚、引き出しその…
        item 1-n2 〈1 2.〉 2. | 棚を置く室
      heading 2-h 〈2〉 2 | 「鍵」及び「合鍵」とは
        text 2-p1 〈2本文〉  | 仕様書に記載の鍵とは、書庫を開…
      heading 1x2-h 〈1.〉 1. | 体制の整備
        text 1x2-p1 〈1.第1段落〉  | 書庫を管理する者を定め、名簿に…
        text 1x2-p2 〈1.第2段落〉  | また、書庫に入る者は、管理する…
        text 1x2-p3 〈1.第3段落〉  | 管理する者：書庫の管理を総括する
        text 1x2-p4 〈1.第4段落〉  | 補佐する者：管理する者を補佐し…
      heading 2x2-h 〈2.〉 2. | 誓約書について
        text 2x2-p1 〈2.本文〉  | 求めがあった場合、誓約書を提出…
      heading 3-h 〈3.〉 3. | 廃棄について
        text 3-p1 〈3.第1段落〉  | 不要となった文書は、管理する者…
        text 3-p2 〈3.第2段落〉  | 特に、廃棄を他の者に任せる場合… ⏎ また、廃棄の日時を記録した報告…
      heading 4-h 〈4.〉 4. | 安全の確保について
        item 4-n1 〈4. 1.〉 1. | 鍵を失った場合、直ちに届け出る…
        item 4-n2 〈4. 2.〉 2. | 管理する者は、失った経緯を調べ…
      heading 5-h 〈5.〉 5. | 海外での取扱いの禁止について
        text 5-p1 〈5.本文〉  | 文書は、海外に持ち出さないこと。
        note 5-nt1 〈5.注1〉 注1: | 海外とは、日本の外の地域をいい…
        note 5-nt2 〈5.注2〉 注2: | 日本に事務所がある場合でも、業…"
    `);
  });
  test('diagnostics', () => {
    expect(found('b-numbers-twice')).toMatchInlineSnapshot(`
      [
        "markup  本文ではなく書式の記号として読んだもの: - 4字",
        "tear-healed 36 改ページなどで切れた「…又は写真を付した廃棄を証」と「明する書類を受け取るなど…」を一つの文につなぎました（切れ目をまたぐ漢字が一つの語になる）。",
      ]
    `);
  });
});

describe('articles whose first paragraph and items show no number', () => {
  test('tree', () => {
    expect(outline(build('c-articles'))).toMatchInlineSnapshot(`
      "= 鍵の保護および管理に関する特記事項
      article c1-h 〈第1条（目的）〉 第1条 (目的)↑ |
        paragraph a1 〈第1条〉  | この特記事項は、受託者(以下「…
      article c2-h 〈第2条（定義）〉 第2条 (定義)↑ |
        paragraph a2-1 〈第2条第1項〉  | この特記事項において「鍵」とは…
        paragraph a2-2 〈第2条第2項〉 2 | この特記事項において「合鍵」と…
      article c3-h 〈第3条（管理体制等）〉 第3条 (管理体制等)↑ |
        paragraph a3 〈第3条〉  | 乙は、鍵を管理する者を選任し、…
      article c4-h 〈第4条〉 第4条 |
        paragraph a4 〈第4条〉  | 乙は第3条および前条の規定によ…
      article c5-h 〈第5条〉 第5条 |
        paragraph a5 〈第5条〉  | 乙は、この特記事項を周知徹底す… ⏎ なお、鍵を扱う場合は、教育を行…
      article c6-h 〈第6条（鍵の授受）〉 第6条 (鍵の授受)↑ |
        paragraph a6 〈第6条〉  | 乙は、鍵の授受に当たり、つぎに…
          item a6-i1 〈第6条第1号〉  | 授受は、鍵を管理する者に限定す…
          item a6-i2 〈第6条第2号〉  | 鍵を送るときは、封をすること。
          item a6-i3 〈第6条第3号〉  | 前号の場合において、前条の規定…
      article c7-h 〈第7条（鍵の管理）〉 第7条 (鍵の管理)↑ |
        paragraph a7 〈第7条〉  | 乙は、鍵の管理に当たり、つぎに…
          item a7-i1 〈第7条第1号〉  | 鍵を決められた部屋から持ち出さ…
          item a7-i2 〈第7条第2号〉  | 鍵を機械で管理する場合は、下記…
            subitem a7-i2-a 〈第7条第2号ア〉 ア | 暗証番号により、開ける者を確か…
            subitem a7-i2-b 〈第7条第2号イ〉 イ | アの場合において、暗証番号を定…
          item a7-i3 〈第7条第3号〉  | 鍵を写してはならない。ただし、…
      article c8-h 〈第8条（返還）〉 第8条 (返還)↑ |
        paragraph a8-1 〈第8条第1項〉  | 乙は、協定が終了したときは、鍵…
        paragraph a8-2 〈第8条第2項〉 2 | 乙は、返還を完了したときは、書…
        paragraph a8-3 〈第8条第3項〉 3 | 前項は、途中で返還する場合も同…
      article c9-h 〈第9条（事故等）〉 第9条 (事故等)↑ |
        paragraph a9-1 〈第9条第1項〉  | 乙は、鍵を失った場合(以下「事…
          item a9-1-i1 〈第9条第1項第1号〉  | 直ちに報告すること。
          item a9-1-i2 〈第9条第1項第2号〉  | 原因を分析すること。
        paragraph a9-2 〈第9条第2項〉 2 | 乙は、事故等を想定し、訓練を行…
      article c10-h 〈第10条〉 第10条 |
        paragraph a10 〈第10条〉  | 甲は、事故等について、公表する…"
    `);
  });
  test('diagnostics', () => {
    expect(found('c-articles')).toMatchInlineSnapshot(`
      [
        "markup  本文ではなく書式の記号として読んだもの: - 2字",
        "tear-healed 39 改ページなどで切れた「…ただし、甲の許しを得た場」と「合は、持ち出すことができ…」を一つの文につなぎました（切れ目をまたぐ語が、この文書の他の所にもある）。",
        "tear-healed 52 改ページなどで切れた「…を甲の定めるところにより」と「返還し、または確実に処分…」を一つの文につなぎました（前の行が、文の終わりに立たない語で終わる）。",
      ]
    `);
  });
});

describe('lists that a page or another sentence interrupts', () => {
  test('tree', () => {
    expect(outline(build('d-broken-lists'))).toMatchInlineSnapshot(`
      "= 書庫業務委託に関する 文書管理実施手順
      heading 1-h 〈1.〉 1. | 概要
        text 1-p1 〈1.本文〉  | 書庫で取り扱う文書を守るため、…
      heading 2-h 〈2.〉 2. | 仕様書及び契約書等
        item 2-n1 〈2.(1)〉 (1) | 委託先は、適正な方法により選定…
        item 2-n2 〈2.(2)〉 (2) | 契約書の中で、以下の規定を設け…
          bullet 2-n2-b1 〈2.(2)箇条1〉 ・ | 作業場所の特定
          bullet 2-n2-b2 〈2.(2)箇条2〉 ・ | 再委託の制限
      heading 3-h 〈3.〉 3. | 書庫の管理について
        item 3-n1 〈3.(1)〉 (1) | 管理者は文書課長とする。
        item 3-n2 〈3.(2)〉 (2) | 書庫には、職員のみ入室させるも…
        item 3-n3 〈3.(3)〉 (3) | 前項の記録については3年度分保…
        item 3-n4 〈3.(4)〉 (4) | 次に掲げるものは、施錠できる棚…
          subitem 3-n4-n1 〈3.(4)①〉 ① | 合鍵
          subitem 3-n4-n2 〈3.(4)②〉 ② | 氏名が記載されているもの
        item 3-n5 〈3.(5)〉 (5) | 前号に掲げるものの持込みを希望… ⏎ なお、持ち込む機器は接続を禁止…
          subitem 3-n5-n1 〈3.(5)①〉 ① | 持ち込む機器名
          subitem 3-n5-n2 〈3.(5)②〉 ② | 持ち込む理由（業務内容等も含む）
      heading 4-h 〈4.〉 4. | 合鍵の管理について
        item 4-n1 〈4.(1)〉 (1) | 合鍵は、写してはならない。
      heading u1-h 〈施行日〉  | 施行日
        item u1-n1 〈施行日(1)〉 (1) | この要領は平成 26 年 7 …
        history u1-rev1-h 〈改定履歴〉  | 改定履歴
          text u1-rev1-p1 〈改定履歴第1段落〉  | 平成 29 年 9 月 1 日…
          text u1-rev1-p2 〈改定履歴第2段落〉  | 令和 5 年 4 月 1 日改正"
    `);
  });
  test('diagnostics', () => {
    expect(found('d-broken-lists')).toMatchInlineSnapshot(`
      [
        "markup  本文ではなく書式の記号として読んだもの: # 16字、- 14字",
      ]
    `);
  });
});

describe('chapters in table rows, torn tables, placeholders, documents inside the document', () => {
  test('tree', () => {
    expect(outline(build('e-sample-regulation'))).toMatchInlineSnapshot(`
      "= 書庫管理の手引き 付録9
      = 書庫管理規程(サンプル)
      text 0-p1 〈本文〉  | 自社の書庫管理規程を作るための…
      note 0-nt1 〈※〉 ※ | 赤字箇所は、自社の事情に応じて…
      heading toc-h 〈目 次〉  | 目 次
        table toc-tb1 〈目 次 表〉  |  3行
        text toc-p1 〈目 次本文〉  | (Ver.0.9)
      chapter 1-h 〈1章〉 1 | 組織
        table 1-tb1 〈1章 表〉  |  2行
        heading 1-1-h 〈1章 1.〉 1. | 書庫の組織
          text 1-1-p1 〈1章 1.本文〉  | 書庫を守るため、書庫委員会を設…
          table 1-1-tb1 〈1章 1. 表〉  |  3行
          heading 1-1-u1-h 〈1章 1.<書庫委員会体制図>〉  | <書庫委員会体制図>
        heading 1-2-h 〈1章 2.〉 2. | 情報の共有
          text 1-2-p1 〈1章 2.本文〉  | 書庫責任者は、注意の情報を集め…
          heading 1-2-u1-h 〈1章 2.<専門機関>〉  | <専門機関>
            bullet 1-2-u1-b1 〈1章 2.<専門機関>箇条1〉 ➤ | 書庫協会（略称：SK）
            text 1-2-u1-p1 〈1章 2.<専門機関>第1段落〉  | [書庫の安全]
            text 1-2-u1-p2 〈1章 2.<専門機関>第2段落〉  | <https://www.ex…
            bullet 1-2-u1-b2 〈1章 2.<専門機関>箇条2〉 ➤ | 合鍵連絡会
      chapter 2-h 〈2章〉 2 | 保管
        table 2-tb1 〈2章 表〉  |  2行
        heading 2-1-h 〈2章 1.〉 1. | 保管の区分
          heading 2-1.1-h 〈2章 1.1〉 1.1 | 区分の決め方
            text 2-1.1-p1 〈2章 1.1本文〉  | 文書は、以下の基準に従って区分…
            table 2-1.1-tb1 〈2章 1.1 表〉  |  2行
          heading 2-1.2-h 〈2章 1.2〉 1.2 | 区分の表示
            text 2-1.2-p1 〈2章 1.2第1段落〉  | 以下の方法で表示する。
            bullet 2-1.2-b1 〈2章 1.2箇条1〉  | 箱：側面に表示
            bullet 2-1.2-b2 〈2章 1.2箇条2〉  | 棚：棚札に表示
            text 2-1.2-p2 〈2章 1.2第2段落〉  | 表示が難しい場合は、台帳に区分…
        heading 2-2-h 〈2章 2.〉 2. | 箱の扱い
          text 2-2-p1 〈2章 2.本文〉  | 箱を動かす場合には、以下を実施…
          bullet 2-2-b1 〈2章 2.箇条1〉  | 課内の場合は課長の許可を得る。
          bullet 2-2-b2 〈2章 2.箇条2〉  | 車に積んで動かす場合は、箱/袋…
          bullet 2-2-b3 〈2章 2.箇条3〉  | 社内 LAN へのリモート接続…
          bullet 2-2-b4 〈2章 2.箇条4〉  | 以下の箱を使うことを禁止する。
            bullet 2-2-b4-b1 〈2章 2.箇条4の箇条1〉 ・ | ふたのない箱
            bullet 2-2-b4-b2 〈2章 2.箇条4の箇条2〉 ・ | 底の抜けた箱
          bullet 2-2-b5 〈2章 2.箇条5〉  | 自宅へ動かす場合は以下を守る。
          bullet 2-2-b6 〈2章 2.箇条6〉  | 封を二重にする。
          heading 2-2.1-h 〈2章 2.1〉 2.1 | 社内の扱い
            text 2-2.1-p1 〈2章 2.1本文〉  | 箱を社内に置く場合は、書庫責任… ⏎ 社内で開ける場合は以下を実行す…
            note 2-2.1-nt1 〈2章 2.1※〉 ※ | 編集時注意: 禁止する場合は、…
            bullet 2-2.1-b1 〈2章 2.1箇条1〉  | 棚に戻す。
        heading 2-3-h 〈2章 3.〉 3. | 合鍵の扱い
          text 2-3-p1 〈2章 3.本文〉  | 書庫責任者は、必要に応じて業務…
        heading 2-4-h 〈2章 4.〉 4. | 標準
          heading 2-4.1-h 〈2章 4.1〉 4.1 | 鍵の種類
            table 2-4.1-tb1 〈2章 4.1 表〉  |  4行
          heading 2-4.2-h 〈2章 4.2〉 4.2 | 怪しい荷物
            table 2-4.2-tb1 〈2章 4.2 表〉  |  3行
          heading 2-4.4-h 〈2章 4.4〉 4.4 | 届出
            text 2-4.4-p1 〈2章 4.4本文〉  | 以下の機関へ届け出る。
            heading 2-4.4-u1-h 〈2章 4.4 【書庫協会】〉  | 【書庫協会】
              bullet 2-4.4-u1-b1 〈2章 4.4 【書庫協会】箇条1〉 ➤ | 鍵の紛失
              text 2-4.4-u1-p1 〈2章 4.4 【書庫協会】本文〉  | TEL: 00-0000-00…
              item 2-4.4-u1-n1 〈2章 4.4 【書庫協会】①〉 ① | 持ち主の分からない鍵
              item 2-4.4-u1-n2 〈2章 4.4 【書庫協会】②〉 ② | 上記①のおそれ
      chapter 3-h 〈3章〉 3 | 委託
        table 3-tb1 〈3章 表〉  |  2行
        heading 3-1-h 〈3章 1.〉 1. | 委託先の評価
          text 3-1-p1 〈3章 1.本文〉  | 委託先の実施に不備が認められた…
        heading 3.1-h 〈3-1〉 3-1 | 業務委託契約に係る条項
          note 3.1-nt1 〈3-1注〉 注： | このサンプルは、契約書の条項を…
          article 3.1-cx1-h 〈3-1第〇条（保管）〉 第〇条 （保管） |
            paragraph 3.1-ax1-1 〈3-1第〇条第1項〉 1. | 甲及び乙は、次の各号のいずれか…
              item 3.1-ax1-1-i1 〈3-1第〇条第1項第1号〉 ① | 既に公になったもの
              item 3.1-ax1-1-i2 〈3-1第〇条第1項第2号〉 ② | 既に持っていたもの
            paragraph 3.1-ax1-2 〈3-1第〇条第2項〉 2. | 甲及び乙は、以下の事項を遵守す…
              item 3.1-ax1-2-i1 〈3-1第〇条第2項第1号〉 (1) | 保管場所を定める。
              item 3.1-ax1-2-i2 〈3-1第〇条第2項第2号〉 (2) | 取り扱う者を限る。
              item 3.1-ax1-2-i3 〈3-1第〇条第2項第3号〉 (3) | 事故のときは通知する。
          article 3.1-cx2-h 〈3-1第〇条（協議）〉 第〇条 (協議) |
            paragraph 3.1-ax2 〈3-1第〇条〉  | 定めのない事項については、甲乙…
        heading 3.2-h 〈3-2〉 3-2 | 委託先確認リスト
          note 3.2-nt1 〈3-2注〉 注： | このサンプルは、確認のためのも… ⏎ 必要な項目を加筆してください。
          text 3.2-p1 〈3-2本文〉  | 会社名：
          table 3.2-tb1 〈3-2 表〉  |  3行
        heading 3-u1-h 〈3章 合鍵取扱いに関する基本方針〉  | 合鍵取扱いに関する基本方針
          heading 3-u1-1-h 〈3章 合鍵取扱いに関する基本方針1.〉 1. | 法令の遵守
            text 3-u1-1-p1 〈3章 合鍵取扱いに関する基本方針1.本文〉  | 当社は、法令を遵守します。
          heading 3-u1-2-h 〈3章 合鍵取扱いに関する基本方針2.〉 2. | 利用目的
            heading 3-u1-2-1-h 〈3章 合鍵取扱いに関する基本方針2.(1)〉 (1) | 取引先の合鍵
              heading 3-u1-2-1-u1-h 〈3章 合鍵取扱いに関する基本方針2.(1)【税務】〉  | 【税務】
                bullet 3-u1-2-1-u1-b1 〈3章 合鍵取扱いに関する基本方針2.(1)【税務】箇条1〉 ・ | 支払調書の作成
              heading 3-u1-2-1-u2-h 〈3章 合鍵取扱いに関する基本方針2.(1)【社会保険】〉  | 【社会保険】
                bullet 3-u1-2-1-u2-b1 〈3章 合鍵取扱いに関する基本方針2.(1)【社会保険】箇条1〉 ・ | 届出の事務
        heading 3-u2-h 〈3章 合鍵取扱規程〉  | 合鍵取扱規程
          heading 3-u2-1-h 〈3章 合鍵取扱規程1.〉 1. | 総則
            heading 3-u2-1.1-h 〈3章 合鍵取扱規程1.1〉 1.1 | 定義
              text 3-u2-1.1-p1 〈3章 合鍵取扱規程1.1第1段落〉  | 合鍵：
              text 3-u2-1.1-p2 〈3章 合鍵取扱規程1.1第2段落〉  | 鍵の写しをいう。
          heading 3-u2-2-h 〈3章 合鍵取扱規程2.〉 2. | 合鍵の取り扱い
            heading 3-u2-2.1-h 〈3章 合鍵取扱規程2.1〉 2.1 | 利用目的の特定
              bullet 3-u2-2.1-b1 〈3章 合鍵取扱規程2.1箇条1〉  | 合鍵の使いみちは、書庫を開ける…
              bullet 3-u2-2.1-b2 〈3章 合鍵取扱規程2.1箇条2〉  | 前項で定めた使いみちを変えると…
            heading 3-u2-2.2-h 〈3章 合鍵取扱規程2.2〉 2.2 | 取得の制限
              bullet 3-u2-2.2-b1 〈3章 合鍵取扱規程2.2箇条1〉  | 合鍵取扱責任者は、次に掲げる業…
                subitem 3-u2-2.2-b1-n1 〈3章 合鍵取扱規程2.2箇条1(1)〉 (1) | 申請の承認
                subitem 3-u2-2.2-b1-n2 〈3章 合鍵取扱規程2.2箇条1(2)〉 (2) | 記録の管理
          heading 3-u2-3-h 〈3章 合鍵取扱規程3.〉 3. | 組織及び体制
            heading 3-u2-3.1-h 〈3章 合鍵取扱規程3.1〉 3. 1 | 担当者
              text 3-u2-3.1-p1 〈3章 合鍵取扱規程3.1本文〉  | 合鍵を扱う者を明らかにする。
            heading 3-u2-3.2-h 〈3章 合鍵取扱規程3.2〉 3. 2 | 苦情対応
              text 3-u2-3.2-p1 〈3章 合鍵取扱規程3.2本文〉  | 苦情には、速やかに応じる。"
    `);
  });
  test('diagnostics', () => {
    expect(found('e-sample-regulation')).toMatchInlineSnapshot(`
      [
        "table-continued 104 空行や改ページをはさんで続く行を、同じ表の行として読みました。",
        "table-continued 112 空行や改ページをはさんで続く行を、同じ表の行として読みました。",
        "unwrapped  行の幅で折り返された1か所を、一つの段落につなぎました。",
        "markup  本文ではなく書式の記号として読んだもの: ** 14字、HTML 174字、- 27字、--- 11字",
        "tear-healed 72 改ページなどで切れた「…動かす場合は、箱/袋/デ」と「ータを入れた媒体に封をす…」を一つの文につなぎました（後の行が、文の始めに立たない文字で始まる）。",
        "tear-healed 135 改ページなどで切れた「…、協議のうえ、対処を検討」と「し、書面で合意する。…」を一つの文につなぎました（後の行が、語の続きで始まる）。",
        "heading-split 197 一行につながった見出し「2. 合鍵の取り扱い」と「2.1 利用目的の特定」を二つに分けました。",
        "chapter-rows 17 表の行に書かれた章題を3件、章として取り込みました。",
        "number-gap 115 番号が2の次に4へ飛んでいます（「4.4」）。間が抜けていないか、元の文書で確かめてください。",
        "number-unread 141 条の番号が読めません（「第〇条」）。番号のない条として取り込みました。",
        "number-unread 156 条の番号が読めません（「第〇条」）。番号のない条として取り込みました。",
      ]
    `);
  });
});

describe('a regulation in the form of a statute', () => {
  test('tree', () => {
    expect(outline(build('f-statute'))).toMatchInlineSnapshot(`
      "= 文書等管理規則
      heading toc-h 〈目次〉  | 目次
        text toc-p1 〈目次第1段落〉  | 第一章　総則（第一条―第三条）
        text toc-p2 〈目次第2段落〉  | 第二章　保管
        text toc-p3 〈目次第3段落〉  | 第一節　通則（第四条）
        text toc-p4 〈目次第4段落〉  | 附則
      chapter ch1-h 〈第一章〉 第一章 | 総則
        article c1-h 〈第1条（目的）〉 第一条 （目的）↑ |
          paragraph a1 〈第1条〉  | この規則は、文書の管理に関し必…
        article c2-h 〈第2条（定義）〉 第二条 （定義）↑ |
          paragraph a2-1 〈第2条第1項〉  | この規則において、次の各号に掲…
            item a2-1-i1 〈第2条第1項第1号〉 一 | 文書　職員が作成した書面をいう…
              subitem a2-1-i1-a 〈第2条第1項第1号イ〉 イ | 官報
              subitem a2-1-i1-b 〈第2条第1項第1号ロ〉 ロ | 新聞
                subitem a2-1-i1-b-n1 〈第2条第1項第1号ロ（１）〉 （１） | 号外
                subitem a2-1-i1-b-n2 〈第2条第1項第1号ロ（２）〉 （２） | 縮刷版
            item a2-1-i2 〈第2条第1項第2号〉 二 | 台帳　文書を記録する帳簿をいう。
          paragraph a2-2 〈第2条第2項〉 ２ | 前項の文書には、図面を含む。
        article c2.2-h 〈第2条の2〉 第二条の二 |
          paragraph a2.2 〈第2条の2〉  | 削除
        article c3.3-h 〈第3条の3（責務）〉 第三条ノ三 （責務） |
          paragraph a3.3 〈第3条の3〉  | 職員は、文書を大切に扱わなけれ…
      chapter ch2-h 〈第二章〉 第二章 | 保管
        section ch2-sc1-h 〈第二章第一節〉 第一節 | 通則
          article c4-h 〈第4条（保管）〉 第四条 （保管）↑ |
            paragraph a4-1 〈第4条第1項〉  | 文書は、書庫に保管する。ただし…
            paragraph a4-2 〈第4条第2項〉 ② | 書庫は、施錠する。
            paragraph a4-3 〈第4条第3項〉 ③ | 第三条の規定は、前項に準用する。
          article c12-h 〈第12条〉 第十二条 |
            paragraph a12 〈第12条〉  | 書庫に立ち入ろうとする者は、次…
              item a12-i1 〈第12条第1号〉 （１） | 氏名を告げる。
              item a12-i2 〈第12条第2号〉 （２） | 用件を告げる。
              item a12-i4 〈第12条第4号〉 （４） | 許可を待つ。
      supplementary s1-h 〈附則1〉 附　則 |
        article s1-c1-h 〈附則1第1条（施行期日）〉 第一条 （施行期日）↑ |
          paragraph s1-a1 〈附則1第1条〉  | この規則は、平成十年四月一日か…
        article s1-c2-h 〈附則1第2条〉 第二条 |
          paragraph s1-a2 〈附則1第2条〉  | この規則の施行の際現にある文書…
      supplementary s2-h 〈附則2〉 附　則 （平成二十年三月一日規則第五号） |
        paragraph s2-1 〈附則2第1項〉 １ | この規則は、公布の日から施行す…
        paragraph s2-2 〈附則2第2項〉 ２ | 第四条の改正は、四月一日から施…
      annex t1-h 〈別表第1〉 別表第１ （第４条関係） |
        table t1-tb1 〈別表第1 表〉  |  3行
      annex f1-h 〈様式第1号〉 様式第１号 （第12条関係） | 入庫申請書
        text f1-p1 〈様式第1号本文〉  | 氏名　＿＿＿＿＿＿
        bullet f1-b1 〈様式第1号箇条1〉 □ | 閲覧
        bullet f1-b2 〈様式第1号箇条2〉 □ | 搬出
        note f1-nt1 〈様式第1号備考〉 備考 |
          item f1-nt1-n1 〈様式第1号備考１〉 １ | 用紙は、Ａ４とする。
          item f1-nt1-n2 〈様式第1号備考２〉 ２ | 鉛筆で書かないこと。"
    `);
  });
  test('diagnostics', () => {
    expect(found('f-statute')).toMatchInlineSnapshot(`
      [
        "contents 4 目次の4行は、条や章として数えていません。",
        "number-gap 37 番号が4の次に12へ飛んでいます（「第十二条」）。間が抜けていないか、元の文書で確かめてください。",
        "number-gap 40 番号が2の次に4へ飛んでいます（「（４）」）。間が抜けていないか、元の文書で確かめてください。",
      ]
    `);
  });
});

describe('a manual with Roman numbers, steps and letters', () => {
  test('tree', () => {
    expect(outline(build('g-manual'))).toMatchInlineSnapshot(`
      "= 入退室の手引き
      heading 1-h 〈Ⅰ〉 Ⅰ | 基本の考え方
        heading 1-1-h 〈Ⅰ１〉 １ | 目的
          item 1-1.1 〈Ⅰ１－１〉 １－１ | この手引きは、入退室の手順を示…
          item 1-1.2 〈Ⅰ１－２〉 １－２ | 手引きは、毎年見直す。
        heading 1-2-h 〈Ⅰ２〉 ２ | 対象
          text 1-2-p1 〈Ⅰ２本文〉  | この手引きは、全員が守る。
      heading 2-h 〈Ⅱ〉 Ⅱ | 手順
        heading 2-1-h 〈Ⅱ１〉 １ | 入室
          item 2-1-n1 〈Ⅱ１手順①〉 手順① | 受付で名前を告げる。
          item 2-1-n2 〈Ⅱ１手順②〉 手順② | 名札を受け取る。
          note 2-1-nt1 〈Ⅱ１※〉 ※ | 名札は、胸に付ける。
          item 2-1-n3 〈Ⅱ１手順③〉 手順③ | 扉を開ける。
        heading 2-2-h 〈Ⅱ２〉 ２ | 退室
          item 2-2-n1 〈Ⅱ２Step1〉 Step1 | 名札を返す。
          item 2-2-n2 〈Ⅱ２Step2〉 Step2 | 記録に署名する。
      heading 3-h 〈Ⅲ〉 Ⅲ | 禁止事項
        item 3-a 〈Ⅲa)〉 a) | 飲食
        item 3-b 〈Ⅲb)〉 b) | 喫煙
          subitem 3-b-n1 〈Ⅲb)i〉 i. | 紙巻きたばこ
          subitem 3-b-n2 〈Ⅲb)ii〉 ii. | 電子たばこ
        item 3-c 〈Ⅲc)〉 c) | 撮影
        text 3-p1 〈Ⅲ第1段落〉  | A 社の者は、付き添うこと。
        text 3-p2 〈Ⅲ第2段落〉  | 3 年間、記録を残すこと。
      annex z1-h 〈参考1〉 参考１ | 関係する規程
        bullet z1-b1 〈参考1箇条1〉 ● | 入室規程
        text z1-p1 〈参考1第1段落〉  | ●●課の内規
        text z1-p2 〈参考1第2段落〉  | ○月の点検表"
    `);
  });
  test('diagnostics', () => {
    expect(found('g-manual')).toMatchInlineSnapshot(`[]`);
  });
});

describe('captions beside the number, paragraphs numbered from 1, items in circles', () => {
  test('tree', () => {
    expect(outline(build('h-captions-beside'))).toMatchInlineSnapshot(`
      "= テレワーク勤務規程
      text 0-p1 〈第1段落〉  | 制定　令和2年4月1日
      text 0-p2 〈第2段落〉  | 株式会社〇〇
      chapter ch1-h 〈第1章〉 第1章 | 総則
        article c1-h 〈第1条（目的）〉 第1条 （目的） |
          paragraph a1 〈第1条〉  | この規程は、テレワーク勤務に関…
        article c2-h 〈第2条（定義）〉 第2条 （定義） |
          paragraph a2-1 〈第2条第1項〉 1 | この規程において「テレワーク」…
          paragraph a2-2 〈第2条第2項〉 2 | この規程において「端末」とは、…
            item a2-2-i1 〈第2条第2項第1号〉 (1) | パソコン
            item a2-2-i2 〈第2条第2項第2号〉 (2) | スマートフォン
          paragraph a2-3 〈第2条第3項〉 3 | 前項の端末は、会社が貸与する。
        article c3-h 〈第3条（対象者）〉 第3条 （対象者） |
          paragraph a3 〈第3条〉  | テレワークの対象者は、次の各号…
            item a3-i1 〈第3条第1号〉 ① | 本人が希望する者
            item a3-i2 〈第3条第2号〉 ② | 上長が認めた者 ⏎ ただし、入社1年未満の者を除く。
            item a3-i3 〈第3条第3号〉 ③ | 自宅の環境が適正な者
      chapter ch2-h 〈第2章〉 第2章 | 服務
        article c4-h 〈第4条（服務規律）〉 第4条 （服務規律） |
          paragraph a4 〈第4条〉  | テレワーク勤務者は、以下のこと…
            item a4-i1 〈第4条第1号〉 1. | 情報を持ち出さない。
            item a4-i2 〈第4条第2号〉 2. | 自宅以外で働かない。
        article c5-h 〈第5条（連絡）〉 第5条 （連絡） |
          paragraph a5 〈第5条〉  | 連絡は、電話又はメールによる。
      supplementary s1-h 〈附則〉 附則 |
        paragraph s1-1 〈附則第1項〉 1． | 本規程は、令和2年4月1日より…
        paragraph s1-2 〈附則第2項〉 2． | 本規程は、令和3年4月1日に一…"
    `);
  });
});

describe('decimal headings of three levels', () => {
  test('tree', () => {
    expect(outline(build('i-decimal-headings'))).toMatchInlineSnapshot(`
      "= 情報システム運用基準
      heading 1-h 〈1.〉 1. | 目的
        text 1-p1 〈1.本文〉  | 本基準は、情報システムの運用に…
      heading 2-h 〈2.〉 2. | 適用範囲
        heading 2.1-h 〈2.1〉 2.1 | 対象者
          text 2.1-p1 〈2.1本文〉  | 当社の全社員を対象とする。
        heading 2.2-h 〈2.2〉 2.2 | 対象システム
          item 2.2-n1 〈2.2(1)〉 (1) | 基幹システム
          item 2.2-n2 〈2.2(2)〉 (2) | 業務システム
            subitem 2.2-n2-a 〈2.2(2)ア〉 ア | 会計
            subitem 2.2-n2-b 〈2.2(2)イ〉 イ | 給与
          item 2.2-n3 〈2.2(3)〉 (3) | その他
      heading 3-h 〈3.〉 3. | 運用管理
        heading 3.1-h 〈3.1〉 3.1 | アカウント管理
          heading 3.1.1-h 〈3.1.1〉 3.1.1 | 登録
            text 3.1.1-p1 〈3.1.1本文〉  | 管理者は、アカウントを登録する。
            item 3.1.1-a 〈3.1.1 a〉 a. | 申請書を受け取る。
            item 3.1.1-b 〈3.1.1 b〉 b. | 登録する。
          heading 3.1.2-h 〈3.1.2〉 3.1.2 | 削除
            text 3.1.2-p1 〈3.1.2本文〉  | 管理者は、速やかにアカウントを…
        heading 3.2-h 〈3.2〉 3.2 | ログ管理
          bullet 3.2-b1 〈3.2箇条1〉 ・ | ログは1年間保存する。
          bullet 3.2-b2 〈3.2箇条2〉 ・ | ログは月1回点検する。
            bullet 3.2-b2-b1 〈3.2箇条2の箇条1〉 － | 異常があれば報告する。
            bullet 3.2-b2-b2 〈3.2箇条2の箇条2〉 － | 報告は文書で行う。
          note 3.2-nt1 〈3.2注〉 注） | 点検は委託してよい。
      heading 4-h 〈4.〉 4. | 罰則
        text 4-p1 〈4.本文〉  | 違反した者は、就業規則により処…
      annex w1-h 〈別紙1〉 別紙1 | 申請書
        text w1-p1 〈別紙1第1段落〉  | 申請日：　　年　月　日
        text w1-p2 〈別紙1第2段落〉  | 氏名："
    `);
  });
});

describe('articles that say 第１ without 条', () => {
  test('tree', () => {
    expect(outline(build('j-articles-without-jo'))).toMatchInlineSnapshot(`
      "= 個人情報取扱特記事項
      article c1-h 〈第１（基本的事項）〉 第１ （基本的事項）↑ |
        paragraph a1 〈第１〉  | 受託者は、個人情報の保護の重要…
      article c2-h 〈第２（秘密の保持）〉 第２ （秘密の保持）↑ |
        paragraph a2-1 〈第２第1項〉  | 受託者は、個人情報を漏らしては…
        paragraph a2-2 〈第２第2項〉 ２ | 前項の規定は、契約が終了した後…
      article c3-h 〈第３（収集の制限）〉 第３ （収集の制限）↑ |
        paragraph a3 〈第３〉  | 受託者は、次に掲げる方法により…
          item a3-i1 〈第３第1号〉 (1) | 適法な方法
          item a3-i2 〈第３第2号〉 (2) | 公正な方法"
    `);
  });
});

describe('headings in 漢数字', () => {
  test('tree', () => {
    expect(outline(build('k-kanji-headings'))).toMatchInlineSnapshot(`
      "= 個人情報保護規程
      heading 1-h 〈一〉 一 | 目的
        text 1-p1 〈一本文〉  | この規程は、個人情報の保護を図…
      heading 2-h 〈二〉 二 | 責任者
        item 2-n1 〈二１〉 １ | 責任者を置く。
        item 2-n2 〈二２〉 ２ | 責任者は、次の業務を行う。
          subitem 2-n2-a 〈二２イ〉 イ | 監督
          subitem 2-n2-b 〈二２ロ〉 ロ | 教育
          subitem 2-n2-c 〈二２ハ〉 ハ | 点検
      heading 3-h 〈三〉 三 | 罰則
        text 3-p1 〈三本文〉  | 違反した者は、処分する。"
    `);
  });
});

describe('ranges of numbers, paragraphs that begin like quantities, captions in 附則, an extract', () => {
  test('tree', () => {
    expect(outline(build('l-ranges'))).toMatchInlineSnapshot(`
      "part pt3-h 〈第三編〉 第三編 | 書庫
        chapter ch1-h 〈第一章〉 第一章 | 通則
          article c120-h 〈第120条（趣旨）〉 第百二十条 （趣旨）↑ |
            paragraph a120 〈第120条〉  | この編は、書庫の管理を定める。
          article c120.2-h 〈第120条の2〉 第百二十条の二 |
            paragraph a120.2 〈第120条の2〉  | 削除
          article c121-h 〈第121条から第125条まで〉 第百二十一条から第百二十五条まで |
            paragraph a121 〈第121条から第125条まで〉  | 削除
          article c126-h 〈第126条（管理者）〉 第百二十六条 （管理者）↑ |
            paragraph a126-1 〈第126条第1項〉  | 書庫に、管理者を一人置く。
            paragraph a126-2 〈第126条第2項〉 ２ | 管理者は、次に掲げる者でなけれ…
              item a126-2-i1 〈第126条第2項第1号〉 一 | 課長
              item a126-2-i2 〈第126条第2項第2号〉 二及び三 | 削除
              item a126-2-i4 〈第126条第2項第4号〉 四 | 部長が指名する者
            paragraph a126-3 〈第126条第3項〉 ３ | 人事異動により管理者が代わると…
            paragraph a126-4 〈第126条第4項〉 ４ | 年度末に、管理者は、台帳を確か…
            paragraph a126-5 〈第126条第5項〉 ５ | 個人の持物は、書庫に置いてはな…
          article c127-h 〈第127条及び第128条〉 第百二十七条及び第百二十八条 |
            paragraph a127 〈第127条及び第128条〉  | 削除
          article c129-h 〈第129条〉 第百二十九條 |
            paragraph a129 〈第129条〉  | 書庫に立ち入る者は、左の事項を…
              item a129-i1 〈第129条第1号〉 一、 | 氏名
              item a129-i2 〈第129条第2号〉 二、 | 用件
      supplementary s1-h 〈附則1〉 附　則 |
        paragraph s1-1 〈附則1第1項〉 １ | この規程は、平成十七年四月一日…
        paragraph s1-2 〈附則1第2項〉 ２ （経過措置）↑ | この規程の施行の際現にある鍵は…
      supplementary s2-h 〈附則2〉 附　則 （平成二十年規程第三号） | 抄
        paragraph s2-1 〈附則2第1項〉 １ （施行期日）↑ | この規程は、公布の日から施行す…
      annex t1-h 〈別表第一〉 別表第一 （第百二十六条関係） |
        heading t1-1-h 〈別表第一一〉 一 | 重要な文書
          item t1-1-n1 〈別表第一一（一）〉 （一） | 契約書
          item t1-1-n2 〈別表第一一（二）〉 （二） | 図面
        heading t1-2-h 〈別表第一二〉 二 | その他の文書
        note t1-nt1 〈別表第一備考〉 備考 |
          item t1-nt1-n1 〈別表第一備考１〉 １ | 重要かどうかは、管理者が決める。
          item t1-nt1-n2 〈別表第一備考２〉 ２ | 迷うときは、部長に尋ねる。
      annex t2-h 〈別表2〉 別表２． | 箱の区分"
    `);
  });
  test('diagnostics', () => {
    expect(found('l-ranges')).toMatchInlineSnapshot(`
      [
        "number-start 4 「第百二十条」から番号が始まっています。前の番号が抜けていないか、元の文書で確かめてください。",
      ]
    `);
  });
});

describe('clauses of a standard that begin at 4, and its annex A', () => {
  test('tree', () => {
    expect(outline(build('m-clauses'))).toMatchInlineSnapshot(`
      "= 文書管理の手順書
      heading 4-h 〈4〉 4 | 書庫の状況
        heading 4.1-h 〈4.1〉 4.1 | 書庫の理解
          heading 4.1.1-h 〈4.1.1〉 4.1.1 | 外の課題
            text 4.1.1-p1 〈4.1.1本文〉  | 管理者は、外の課題を明らかにす…
          heading 4.1.2-h 〈4.1.2〉 4.1.2 | 内の課題
            text 4.1.2-p1 〈4.1.2本文〉  | 管理者は、次の事項を考えて内の…
            item 4.1.2-a 〈4.1.2 a)〉 a) | 方針
            item 4.1.2-b 〈4.1.2 b)〉 b) | 人手
              subitem 4.1.2-b-n1 〈4.1.2 b)1)〉 1) | 人数
              subitem 4.1.2-b-n2 〈4.1.2 b)2)〉 2) | 力量
            item 4.1.2-c 〈4.1.2 c)〉 c) | 設備
            note 4.1.2-nt1 〈4.1.2注記〉 注記 | 課題は、6.1で用いる。
        heading 4.2-h 〈4.2〉 4.2 | 関わる人
          item 4.2.1 〈4.2.1〉 4.2.1 | 管理者は、関わる人を特定する。
          item 4.2.2 〈4.2.2〉 4.2.2 | 管理者は、その求めを特定する。
      heading 5-h 〈5〉 5 | 率先
        item 5.1 〈5.1〉 5.1 | 部長は、次の事項によって率先し…
          subitem 5.1-a 〈5.1 a)〉 a) | 方針を定める。
          subitem 5.1-b 〈5.1 b)〉 b) | 人手を用意する。
        heading 5.2-h 〈5.2〉 5.2 | 方針
          text 5.2-p1 〈5.2本文〉  | 方針は、次の事項を満たす。
          bullet 5.2-b1 〈5.2箇条1〉 − | 目的に合う。
          bullet 5.2-b2 〈5.2箇条2〉 − | 文書にしてある。
      heading 6-h 〈6〉 6 | 計画
        heading 6.1-h 〈6.1〉 6.1 | 備え
      annex ap1-h 〈附属書A〉 附属書A （規定） |
        text ap1-p1 〈附属書A本文〉  | 管理の方法
        heading a.5-h 〈A.5〉 A.5 | 組織の方法
          heading a.5.1-h 〈A.5.1〉 A.5.1 | 方針群
            text a.5.1-p1 〈A.5.1本文〉  | 方針を定める。
          heading a.5.2-h 〈A.5.2〉 A.5.2 | 役割
            text a.5.2-p1 〈A.5.2本文〉  | 役割を定める。
        heading a.6-h 〈A.6〉 A.6 | 人の方法
          heading a.6.1-h 〈A.6.1〉 A.6.1 | 選考
            text a.6.1-p1 〈A.6.1本文〉  | 選考の方法を定める。"
    `);
  });
  test('diagnostics', () => {
    expect(found('m-clauses')).toMatchInlineSnapshot(`[]`);
  });
});

describe('lines of a fixed width with indents, items that stop at a comma', () => {
  test('tree', () => {
    expect(outline(build('n-wrapped'))).toMatchInlineSnapshot(`
      "= 鍵管理細則
      article c1-h 〈第1条（目的）〉 第１条 （目的） |
        paragraph a1 〈第1条〉  | この細則は、当社が保有する書庫…
      article c2-h 〈第2条（定義）〉 第２条 （定義） |
        paragraph a2-1 〈第2条第1項〉  | この細則において、次の各号に掲…
          item a2-1-i1 〈第2条第1項第1号〉 (1) | 鍵 書庫を開けるための鍵、札そ…
          item a2-1-i2 〈第2条第1項第2号〉 (2) | 管理者 鍵を管理する部署の長を…
        paragraph a2-2 〈第2条第2項〉 ２ | 前項に定めるもののほか、この細…
      article c3-h 〈第3条（管理者の責務）〉 第３条 （管理者の責務） |
        paragraph a3-1 〈第3条第1項〉  | 管理者は、鍵を失ったときは、 ⏎ 直ちに部長に届け出る。
          item a3-1-i1 〈第3条第1項第1号〉 ① | 台帳の整備
          item a3-1-i2 〈第3条第1項第2号〉 ② | 鍵を貸すときは、 ⏎ 相手の氏名を確かめること。
          item a3-1-i3 〈第3条第1項第3号〉 ③ | 棚卸し
        paragraph a3-2 〈第3条第2項〉 2． | 2020年に作った鍵は、取り替…
        paragraph a3-3 〈第3条第3項〉 3. | 1か月に一度は、鍵の数を確かめ…"
    `);
  });
  test('diagnostics', () => {
    expect(found('n-wrapped')).toMatchInlineSnapshot(`
      [
        "unwrapped  行の幅で折り返された4か所を、一つの段落につなぎました。",
      ]
    `);
  });
});

describe('a contract: its end, and notes that count on', () => {
  test('tree', () => {
    expect(outline(build('o-contract'))).toMatchInlineSnapshot(`
      "= 書庫の利用に関する契約書
      text 0-p1 〈第1段落〉  | 株式会社甲乙（以下「甲」という…
      article c1-h 〈第１（利用）〉 第１ （利用）↑ |
        paragraph a1 〈第１〉  | 乙は、甲の書庫を利用することが…
      article c2-h 〈第２（作業の場所）〉 第２ （作業の場所）↑ |
        paragraph a2-1 〈第２第1項〉  | 乙は、作業の場所を定め、甲に届…
        paragraph a2-2 〈第２第2項〉 ２ | 乙は、作業の場所を変えようとす… ⏎ あらかじめ甲の承諾を得る。
        paragraph a2-3 〈第２第3項〉 ３ | 乙は、次の措置を講じる。
          item a2-3-i1 〈第２第3項第1号〉 (1) | 入退室の管理
            subitem a2-3-i1-a 〈第２第3項第1号ア〉 ア | 入室者の氏名
            subitem a2-3-i1-b 〈第２第3項第1号イ〉 イ | 入室の時刻
          item a2-3-i2 〈第２第3項第2号〉 (2) | 施錠
      text 0-p2 〈第2段落〉  | この契約の締結を証するため、本…
      text 0-p3 〈第3段落〉  | 甲　住所
      text 0-p4 〈第4段落〉  | 乙　住所
      note 0-nt1 〈注1〉 注１ | 「甲」は書庫の持ち主をいう。
      note 0-nt2 〈注2〉 ２ | 利用の内容に応じて、事項を加え…"
    `);
  });
});

describe('minutes: chapters in boxes, topics, a page number', () => {
  test('tree', () => {
    expect(outline(build('p-minutes'))).toMatchInlineSnapshot(`
      "= 第3回書庫委員会　議事録
      text 0-p1 〈第1段落〉  | 日時：令和6年5月10日
      text 0-p2 〈第2段落〉  | 場所：第2会議室
      chapter ch1-h 〈第１章〉 【第１章】 | 報告
        heading 1.1-h 〈１－１〉 １－１． | 前回の確認
          text 1.1-p1 〈１－１本文〉  | 異議なく承認された。
        heading 1.2-h 〈１－２〉 １－２． | 鍵の状況
          text 1.2-p1 〈１－２本文〉  | 鍵の紛失は2件であった。
      chapter ch2-h 〈第２章〉 【第２章】 | 審議
        heading ch2-1-h 〈第２章 議題1〉 議題1 | 鍵の取替えについて
          text ch2-1-p1 〈第２章 議題1本文〉  | 案のとおり決定した。
        heading ch2-2-h 〈第２章 議題2〉 議題2 | 棚卸しについて
          text ch2-2-p1 〈第２章 議題2第1段落〉  | 次回までに案を作る。
          text ch2-2-p2 〈第２章 議題2第2段落〉  | - 3 -
          text ch2-2-p3 〈第２章 議題2第3段落〉  | 次回は7月12日に開く。"
    `);
  });
});
