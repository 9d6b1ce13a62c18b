import type { DocumentDefinition } from '../../../src/core/document/definition.ts';

/** Three articles that name one another, blanks, a list, tables and demands; official words but for the last one. */
export const contract: DocumentDefinition = {
  id: 'contract',
  version: 1,
  title: '契約の条項',
  lead: '案を作ります。',
  style: 'contract',
  heading: '{field:name}の条項',
  caution: '弁護士に見てもらってください。',
  named: 'name',
  fields: [
    { id: 'name', label: '契約の名', help: '', kind: 'line', blank: '業務委託契約', initial: '' },
    { id: 'first-article', label: '最初の条', help: '', kind: 'number', blank: '', initial: '1' },
    { id: 'court', label: '裁判所', help: '', kind: 'line', blank: '〇〇地方裁判所', initial: '' },
    { id: 'day', label: '期限', help: '', kind: 'date', blank: '〇年〇月〇日', initial: '' },
    { id: 'list', label: '別表', help: '', kind: 'lines', blank: '', initial: '' },
  ],
  opening: [{ text: '甲と乙は、次のとおり定める。' }],
  articles: [
    {
      id: 'secrecy',
      caption: '機密保持',
      clauses: [
        {
          text: '{field:day}までに次を報告する。',
          official: '〇年〇月〇日までに、以下を報告しなければならない。',
          mark: 'circle',
          items: [
            { text: '公知の情報', official: '既に公知であったもの' },
            { text: '自ら持つ情報', official: '既に所有していたもの' },
          ],
        },
        { text: '別表に従う。', official: '別表の通りとする。' },
      ],
    },
    {
      id: 'subcontracting',
      caption: '再委託',
      clauses: [
        {
          text: '同意を得る。',
          official: '同意を得なければならない。',
          more: [
            {
              text: '{article:secrecy}（機密保持）第1項に従う。',
              official: 'また、第〇条（機密保持）第1項による。なお、第○条の規定は別とする。',
              needs: 'secrecy',
            },
          ],
        },
      ],
    },
    {
      id: 'court',
      caption: '管轄',
      clauses: [{ text: '{field:court}とする。', official: '〇〇地方裁判所を管轄とする。' }],
    },
    { id: 'survival', caption: '存続', optional: true, clauses: [{ text: '{article:court}は残る。', needs: 'court' }] },
  ],
  closing: [],
  tables: [{ id: 'one', title: '別表', column: '情報', field: 'list', needs: 'secrecy' }],
  demands: [{ what: '守秘義務', basis: [], articles: ['secrecy'], note: '' }],
  copy: '見本社の写し（第1版）',
  basis: [],
};
