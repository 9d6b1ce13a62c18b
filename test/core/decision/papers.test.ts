import { describe, expect, test } from 'vitest';
import { fillPaper } from '../../../src/core/decision/fill-paper.ts';
import {
  type Gives,
  type OfferedBy,
  offerPapers,
  openCombinations,
  type PaperRows,
} from '../../../src/core/decision/papers.ts';
import type { Answers } from '../../../src/record/v1/decision/answers.ts';
import { decide } from '../../../src/record/v1/decision/decide.ts';
import { definition } from '../../record/v1/decision/fixture.ts';

const nerima: Answers = { clients: ['nerima'], medium: ['usb'], encrypted: ['yes'] };

function offered(answers: Answers, papers: OfferedBy[]) {
  const { steps } = decide(definition, answers);
  return offerPapers(papers, definition, openCombinations(definition, steps)).map(
    ({ paper, isCertain }) => `${paper.form}${isCertain ? '' : '?'}`,
  );
}

describe('offerPapers', () => {
  const papers: OfferedBy[] = [
    { form: 'nerima', duties: [], when: [{ clients: { any: ['nerima'] } }] },
    { form: 'bureau', duties: [], when: [{ clients: { any: ['rodokyoku'] }, medium: { any: ['usb'] } }] },
    { form: 'paper', duties: [], when: [{ medium: { any: ['paper'] } }, { encrypted: { any: ['no'] } }] },
    { form: 'always', duties: [], when: [] },
  ];

  test.each<[Answers, string[]]>([
    [nerima, ['nerima', 'always']],
    [{ ...nerima, clients: ['nerima', 'rodokyoku'] }, ['nerima', 'bureau', 'always']],
    [{ ...nerima, clients: [] }, ['always']],
    [{ clients: ['rodokyoku'], medium: ['paper'] }, ['paper', 'always']],
    [{ ...nerima, clients: ['unknown'] }, ['always', 'nerima?', 'bureau?']],
    [{ ...nerima, medium: ['unknown'] }, ['nerima', 'always', 'paper?']],
    [{ ...nerima, encrypted: ['unknown'] }, ['nerima', 'always', 'paper?']],
  ])('%j', (answers, forms) => expect(offered(answers, papers)).toEqual(forms));

  test('with one of its duties, or its own answers besides', () => {
    const fulfilling: OfferedBy[] = [
      { form: 'register', duties: ['register'] },
      { form: 'bag', duties: ['bag', 'no-such-duty'], when: [{ encrypted: { any: ['no'] } }] },
      { form: 'none', duties: [] },
    ];
    expect(offered(nerima, fulfilling)).toEqual(['register']);
    expect(offered({ ...nerima, clients: [], encrypted: ['no'] }, fulfilling)).toEqual(['bag']);
    expect(offered({ ...nerima, clients: ['unknown'], medium: ['paper'] }, fulfilling)).toEqual(['bag', 'register?']);
  });

  test('one that holds whatever is meant is certain, though each of its conditions is not', () => {
    const either: typeof papers = [
      { form: 'either', duties: [], when: [{ medium: { any: ['usb'] } }, { medium: { none: ['usb'] } }] },
    ];
    expect(offered({ ...nerima, medium: ['unknown'] }, either)).toEqual(['either']);
  });
});

describe('fillPaper', () => {
  const fill = (answers: Answers, gives: Gives, rows: PaperRows[] = []) => {
    const verdict = decide(definition, answers);
    if (verdict.kind !== 'decided') throw new Error('The answers decide nothing.');
    let count = 0;
    const newRowId = () => {
      count += 1;
      return `row-${count}`;
    };
    return fillPaper({ gives, rows }, { definition, ...verdict, returned: { company: '見本商事' }, newRowId });
  };

  test('writes answers, the conclusion, facts and texts by the ids of the form', () => {
    const gives: Gives = {
      carrier: { question: 'medium' },
      whose: { question: 'clients' },
      list: { question: 'clients', isList: true },
      word: { question: 'medium', words: { usb: '電磁的記録媒体' } },
      result: { conclusion: true },
      level: { conclusion: { allowed: '2' } },
      contractor: { returned: 'company' },
      number: { returned: 'documentNumber' },
      method: { text: '返却' },
    };
    expect(fill({ ...nerima, clients: ['nerima', 'rodokyoku'] }, gives).fields).toEqual({
      carrier: 'USBメモリ',
      whose: '練馬区、労働局',
      list: '練馬区\n労働局',
      word: '電磁的記録媒体',
      result: '持ち出してよい',
      level: '2',
      contractor: '見本商事',
      method: '返却',
    });
  });

  test('says what the conclusion rests on: the version, and the answers on which it hangs', () => {
    const fields = (answers: Answers) => fill(answers, { why: { grounds: true } }).fields;
    expect(fields(nerima)).toEqual({ why: '判断「持ち出しの判定」版 2\n暗号化していますか: している' });
    expect(fields({ ...nerima, encrypted: ['unknown'] })).toEqual({
      why: '判断「持ち出しの判定」版 2\n暗号化していますか: わからない',
    });
  });

  test('of what is not known, or has no word, it writes nothing', () => {
    const gives: Gives = {
      unknown: { question: 'medium' },
      notAsked: { question: 'no-such-question' },
      noWord: { question: 'clients', words: { rodokyoku: '局' } },
      inherited: { question: 'clients', words: {} },
      number: { returned: 'documentNumber' },
    };
    expect(fill({ ...nerima, medium: ['unknown'] }, gives).fields).toEqual({});
    expect(fill(nerima, { level: { conclusion: { forbidden: '0' } } }).fields).toEqual({});
  });

  test('a row for each duty that applies for certain, of its stages, with its text alone', () => {
    const rows: PaperRows[] = [{ table: 'steps', from: 'duties', column: 'step', stages: ['before', 'record'] }];
    expect(fill(nerima, {}, rows).tables).toEqual({
      steps: [
        { id: 'row-1', cells: { step: '許可を得る。' } },
        { id: 'row-2', cells: { step: expect.any(String) } },
      ],
    });
    const texts = fill({ ...nerima, clients: ['unknown'] }, {}, rows).tables['steps'];
    expect(texts?.map(({ cells }) => cells['step'])).toEqual(['許可を得る。']);
  });

  test('a row of its own stands only where its condition holds for certain, and never empty', () => {
    const rows: PaperRows[] = [
      { table: 'media', when: [{ medium: { any: ['usb'] } }], gives: { name: { question: 'medium' } } },
      { table: 'media', when: [{ medium: { any: ['paper'] } }], gives: { name: { text: '書類' } } },
      { table: 'media', when: [], gives: { name: { question: 'medium', words: {} } } },
    ];
    expect(fill(nerima, {}, rows).tables).toEqual({ media: [{ id: 'row-1', cells: { name: 'USBメモリ' } }] });
    expect(fill({ ...nerima, medium: ['unknown'] }, {}, rows).tables).toEqual({});
  });
});
