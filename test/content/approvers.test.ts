import { describe, expect, test } from 'vitest';
import { findShipped, readUndecided } from './undecided.ts';

const library = await readUndecided();
const shipped = await findShipped(library);
const provisions = [...library.provisions.values()].filter(({ handbook }) => shipped.has(handbook));
const idsIn = (ids: Iterable<string>) => [...ids].filter((id) => shipped.has(id.split(':')[0] ?? '')).toSorted();

/** Where somebody's leave is needed, by role; whoever is named together may give it alone. */
const known: Record<string, string[]> = {
  'company:departmentHead': ['company:03-2-b1'],
  'company:representativeDirector': ['company:03-2-b2', 'company:04-3-p1', 'company:04-6-p1'],
  'company:securityOfficer': [
    ...['company:03-4.3-p1', 'company:04-3-p1', 'company:04-6-p1', 'company:07-1-p2', 'company:07-6-p1'],
    ...['company:09-2-p1', 'company:09-5-p2'],
  ],
  'company:departmentSecurityOfficer': ['company:05-3-b5'],
  'company:systemAdministrator': [
    ...['company:06-1.1-p2', 'company:06-1.4.3-p2', 'company:06-4.1-b4', 'company:06-4.2-p1', 'company:06-4.2-b4'],
    ...['company:06-4.4-b6', 'company:06-4.4-b7', 'company:06-5-p1', 'company:06-5.2-b3', 'company:06-5.2-b5'],
    ...['company:06-5.2.1-p1', 'company:06-5.2.1-b1', 'company:06-5.3-p1', 'company:07-2.1-p2', 'company:07-2.2-p2'],
    ...['company:07-2.3-p2', 'company:07-4-p2', 'company:08-1-p2', 'company:08-2-p2', 'company:08-3-p2'],
    ...['company:08-4-b2', 'company:08-5-p2'],
  ],
  'company:employee': ['company:05-1-r1', 'company:05-1-r11'],
  'company:affairsOfficer': ['company:11B-3.1-b4', 'company:11B-3.1-b11'],
  'company:company': [
    ...['company:09-91-himitsu-n1', 'company:09-91-himitsu-m6', 'company:09-91-saiitaku-n1', 'company:11B-4.2-p1'],
  ],
  'company:contractor': ['company:09-91-himitsu-n1'],
  'company:subcontractor': [
    ...['company:09-91-saiitaku-n4', 'company:09-91-saiitaku-p1', 'company:09-91-saiitaku-p2'],
    'company:09-91-saiitaku-p3',
  ],
  'nerima:ward': ['nerima:a6-2', 'nerima:a14-2', 'nerima:a16-i1-2', 'nerima:a16-i5-2', 'nerima:a17-3-2'],
  'rodokyoku:laborBureau': [
    ...['rodokyoku:1-2-u-p3', 'rodokyoku:1-2-n3', 'rodokyoku:2-n2', 'rodokyoku:3-n3', 'rodokyoku:3-n10'],
    'rodokyoku:5-p1',
  ],
  'higashiosaka:cityManager': ['higashiosaka:3-n4', 'higashiosaka:3-n13'],
};

/** A role that does something and gives leave in the same provision, and why. */
const both: Record<string, string> = {
  'company:05-1-r11 employee': '従業員は、許可の代わりにエスコートもする',
  'company:07-1-p2 securityOfficer': '承認することが、名指しされた者の義務である',
  'company:08-2-p2 systemAdministrator': '有効かどうかの判断と承認が、名指しされた者の義務である',
  'company:09-91-himitsu-n1 company': '双方が義務を負い、相手方が承諾する',
  'company:09-91-himitsu-n1 contractor': '双方が義務を負い、相手方が承諾する',
  'company:09-91-himitsu-m6 company': '原文の(1)から(10)までは双方が負い、(5)の承諾は委託元だけがする',
  'company:11B-3.1-b4 affairsOfficer': '承認のほか、記録等の管理も所管する',
  'company:11B-3.1-b11 affairsOfficer': '承認のほか、周知も所管する',
};

/** Provisions that speak of a leave and name nobody who gives it, and why. */
const unnamed: Record<string, string> = {
  'company:02-2-b1': 'だれが許可するかは、原文にない',
  'company:05-1-r21': 'だれが許可するかは、原文にない',
  'company:07-3-b5': '許可のない機器を探すだけで、許可を求めてはいない',
  'company:09-91-chizai-n2': '許諾したものとみなすので、求める許諾がない',
  'company:09-91-chizai-n4': '許諾を受けた第三者に触れるだけである',
  'company:09-91-saiitaku-n5': '得た同意を報告する',
  'company:11B-2.6-b3': '同意するのは本人で、役割のない人である',
  'company:11B-6.1-p4': '同意するのは開示の申出をした者で、役割のない人である',
  'higashiosaka:3-n5': '許可を得て入った後の監視である。許可は3.(4)にある',
  'nerima:a16-i2': '管理簿の欄としての承認者で、だれかは原文にない',
  'nerima:a16-i4-f': 'だれが許可するかは、原文にない',
  'nerima:a16-i4-h': 'だれが許可するかは、原文にない',
  'rodokyoku:1-2-t-b2': '体制を整える義務である。承認は2.(2)にある',
  'rodokyoku:1-2-t-b3': '体制を整える義務である。承認は2.(2)にある',
};

describe.runIf(provisions.length > 0)('the handbooks', () => {
  test('name whose leave is needed, where the source does', () => {
    const found = provisions.flatMap(({ id, handbook, approvers }) =>
      approvers.map((role) => `${id} by ${handbook}:${role}`),
    );
    const expected = Object.entries(known).flatMap(([role, ids]) => idsIn(ids).map((id) => `${id} by ${role}`));
    console.log(`leave: ${new Set(found.map((one) => one.split(' ')[0])).size} provisions need somebody's`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('name it wherever a text speaks of leave, or there is a reason', () => {
    const speaking = provisions.filter(
      ({ text, modality, approvers }) =>
        approvers.length === 0 && modality !== 'definition' && /許可|承認|了解|同意|許諾|承諾/.test(text),
    );
    expect(speaking.map(({ id }) => id).toSorted()).toEqual(idsIn(Object.keys(unnamed)));
  });

  test('count nobody who only allows among those who do', () => {
    const found = provisions.flatMap(({ id, actors, approvers }) =>
      actors.filter((role) => approvers.includes(role)).map((role) => `${id} ${role}`),
    );
    expect(found.toSorted()).toEqual(idsIn(Object.keys(both)));
  });
});
