import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { orThrow } from '../../src/compiler/faults.ts';
import { readDecision } from '../../src/compiler/read-decision.ts';
import { readDecisionDraft } from '../../src/compiler/read-decision-draft.ts';
import type { DecisionFile, ReadFrom } from '../../src/core/decision/file-schema.ts';
import type { DecisionEntry, Library } from '../../src/core/regulation/library.ts';
import { decide } from '../../src/record/v1/decision/decide.ts';
import { shareLibrary } from '../support/share-library.ts';

const library = await shareLibrary('test/fixtures/content');
let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kitei-decisions-'));
  await mkdir(join(root, 'decisions/scopes'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

/** Reads a decision as the build does, from a file of its own. */
async function read(file: DecisionFile): Promise<DecisionEntry> {
  await writeFile(join(root, 'decisions', `${file.id}.yaml`), stringify(file));
  const scope = file.id === visit.id ? 'test/fixtures/decisions' : 'test/fixtures/content/decisions';
  await copyFile(join(scope, 'scopes', `${file.id}.yaml`), join(root, 'decisions/scopes', `${file.id}.yaml`));
  const entry = await readFrom(root, file.id, library);
  if (!entry) throw new Error('Nothing was read, and no fault told.');
  return entry;
}

function readFrom(folder: string, id: string, known: Library): Promise<DecisionEntry | undefined> {
  return orThrow(folder, async (faults) => {
    const draft = await readDecisionDraft(id, faults);
    return draft && readDecision(draft, known, '/', faults);
  });
}

/** What the build says of a decision with a change, without the folder. */
async function faultOf(id: string, change: (file: DecisionFile) => void): Promise<string> {
  const file: DecisionFile = parse(await readFile(join('test/fixtures/content/decisions', `${id}.yaml`), 'utf8'));
  change(file);
  const error = await read(file).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return String(error).replaceAll(`${root}/`, '');
}

/** One decision more: no code knows it. */
const visit: DecisionFile = parse(await readFile('test/fixtures/decisions/fixture-visit.yaml', 'utf8'));

describe('a decision is one YAML file and no code', () => {
  test('it is read, proved and decides', async () => {
    const { definition, proved, provisions } = await read(visit);
    expect(proved).toEqual({ combinations: 4, units: 1, leftOut: 0 });
    expect(provisions).toEqual(['company:05-1-r15']);
    expect(definition.questions[0]?.options.map(({ text }) => text)).toEqual(['東大阪市']);
    expect(definition.duties[0]).toMatchObject({ source: '規程', who: '従業員' });
    const verdict = decide(definition, { clients: [], escort: ['no'] });
    expect(verdict.kind === 'decided' && verdict.result.outcomes[0]?.title).toBe('入れてはならない');
  });

  test('its faults are told with file, path and hint', async () => {
    const fault = (change: (file: DecisionFile) => void) => {
      const file = structuredClone(visit);
      change(file);
      return read(file).then(
        () => '',
        (error: unknown) => String(error).replaceAll(`${root}/`, ''),
      );
    };
    expect(
      await fault((file) => {
        file.duties[0]?.citations.push('company:05-1-r99');
      }),
    ).toContain(
      'decisions/fixture-visit.yaml:48 duties[0].citations[1]: 引用先「company:05-1-r99」がありません。\n  → もしかして',
    );
    expect(
      await fault((file) => {
        file.duties[0]?.citations.push('nerima:a16-i7');
      }),
    ).toContain('duties[0].citations: 二つの文書（company:05-1-r15 と nerima:a16-i7）を引いています。');
  });
});

describe('a question that a returned check list answers', () => {
  const id = 'contractor-evaluation';
  /** Changes what the question reads from. */
  const fault = (change: (readFrom: ReadFrom, file: DecisionFile) => void) =>
    faultOf(id, (file) => {
      const question = file.questions.find((one) => one.id === 'list');
      if (question?.kind !== 'one' || !question.readFrom) throw new Error('It reads from nothing.');
      change(question.readFrom, file);
    });

  test.each<[string, (readFrom: ReadFrom, file: DecisionFile) => void]>([
    [
      '.checklist: 確認リスト「contractor-securty」がありません。\n  → もしかして「contractor-security」',
      (from) => {
        from.checklist = 'contractor-securty';
      },
    ],
    [
      '.options.fewer: 選択肢「shrt」がありません。\n  → もしかして「short」ですか。',
      (from) => {
        from.options.fewer = 'shrt';
      },
    ],
    [
      '.level: 選択「contractorLevels」がありません。\n  → もしかして「contractorLevel」ですか。',
      (from) => {
        from.level = 'contractorLevels';
      },
    ],
    [
      '.least.some: 選択肢「some」がありません。',
      (from) => {
        from.least['some'] = 'all';
      },
    ],
    [
      '.least: 「contractorLevel」の選択肢「planned」の数がありません。\n  → 次のそれぞれに書いてください: all、done、planned',
      (from) => {
        delete from.least['planned'];
      },
    ],
    [
      '.least.done.blank: 空欄「contractorDne」がありません。\n  → もしかして「contractorDone」ですか。',
      (from) => {
        from.least['done'] = { count: ['done'], blank: 'contractorDne' };
      },
    ],
  ])('%s', async (message, change) => {
    // The lines are those of a file that was written anew.
    const place = `decisions/${id}.yaml questions[6].readFrom`;
    expect((await fault(change)).replace(/:\d+ /, ' ')).toContain(place + message);
  });

  test('reads what the company has set, and what it has not', async () => {
    const needOf = async (values: Record<string, string>) => {
      const wording = { ...library.wording, values: new Map(Object.entries(values)) };
      return (await readFrom('test/fixtures/content', id, { ...library, wording }))?.readings[0]?.need;
    };
    expect(await needOf({})).toEqual({ kind: 'unset', setting: '委託先に求める、確認リストの実施状況' });
    expect(await needOf({ 'choices.contractorLevel': 'all' })).toEqual({ kind: 'all' });
    const done = (text: string) => needOf({ 'choices.contractorLevel': 'done', 'blanks.contractorDone': text });
    expect(await done(' １５ ')).toEqual({ kind: 'least', count: ['done'], least: 15 });
    for (const text of ['', '約15', '0', '21', '1.5'])
      expect(await done(text)).toMatchObject({
        kind: 'no-number',
        setting: expect.stringContaining('実施している対策の数'),
      });
    expect(await needOf({ 'choices.contractorLevel': 'planned', 'blanks.contractorPlanned': '18' })).toEqual({
      kind: 'least',
      count: ['done', 'partial'],
      least: 18,
    });
  });

  test('is no part of what a file of the decision carries', async () => {
    const [entry] = library.decisions.filter(({ definition }) => definition.id === id);
    expect(entry?.readings.map(({ question }) => question)).toEqual(['list']);
    expect(JSON.stringify(entry?.definition)).not.toContain('contractor-security');
  });
});

describe('the decisions of a folder', () => {
  test('stand in the order that their files give, the others behind', () => {
    const ids = library.decisions.map(({ definition }) => definition.id);
    const unplaced = ['disclosure-request', 'system-steps'];
    const placed = ['incident', 'take-out', 'transfer', 'confidentiality', 'account-password', 'contractor-evaluation'];
    expect(ids).toEqual([...placed, ...unplaced]);
  });

  test('a rule that is deleted prints the combination that it leaves', async () => {
    expect(
      await faultOf('confidentiality', (file) => {
        file.rules.splice(1, 1);
      }),
    ).toMatchInlineSnapshot(`
      "ContentError: 内容に誤りが 3 件あります。
      decisions/confidentiality.yaml:66 outcomes[1]: 「level-1」になる答えの組み合わせがありません。
        → 条件を直すか、消してください。
      decisions/confidentiality.yaml:78 rules: 当てはまる rule がありません（criteria={}, business=large, form={}）（ほか 7 通り）。
        → その場合の rule を書き足すか、どれかの条件を広げてください。
      decisions/scopes/confidentiality.yaml:20 covers[10]: ipa5-03-1.1-r7 が当てはまるのに、何も知らせていません（criteria={}, business=large, form={}）（ほか 7 通り）。 「次に当たる情報資産は、機密性 1（社外秘）とする。 機密性	基準 1：社外秘	漏えいすると事業に大きな影響がある」
        → 表示するもので、それを引いてください。"
    `);
  });

  test('a rule that is doubled prints the conflict', async () => {
    expect(
      await faultOf('confidentiality', (file) => {
        file.rules.push(...file.rules.slice(2, 3));
      }),
    ).toMatchInlineSnapshot(`
      "ContentError: decisions/confidentiality.yaml:94 rules[3]: rules[2] と rules[3] が、どちらも当てはまります（criteria={}, business=slight, form={}）（ほか 7 通り）。
        → 順番には意味がありません。一つだけを残して、ほかの条件を狭めてください。"
    `);
  });

  test('a duty that is deleted prints the unit that nobody cites any more', async () => {
    expect(
      await faultOf('confidentiality', (file) => {
        file.duties = file.duties.filter(({ id }) => id !== 'mark-paper');
      }),
    ).toMatchInlineSnapshot(`
      "ContentError: 内容に誤りが 2 件あります。
      decisions/scopes/confidentiality.yaml:22 covers[12]: ipa5-03-1.2-p1 が当てはまるのに、何も知らせていません（criteria={}, business=large, form=paper）（ほか 128 通り）。 「当社は、情報資産の機密性を、次の箇条1と箇条2の方法で表示する。」
        → それを引く「すること」（duty）を書くか、条件を広げてください。
      decisions/scopes/confidentiality.yaml:24 covers[14]: ipa5-03-1.2-b2 が当てはまるのに、何も知らせていません（criteria={}, business=large, form=paper）（ほか 515 通り）。 「書類の機密性は、保管先の次のものに表示する。 キャビネット ファイル バインダー」
        → それを引く「すること」（duty）を書くか、条件を広げてください。"
    `);
  });

  test('a fourth client that contradicts the others has to be named', async () => {
    const fault = await faultOf('transfer', (file) => {
      file.duties.push({
        id: 'bureau-cloud',
        stage: 'never',
        text: '労働局の情報をクラウドに置いてはならない。',
        when: { way: 'cloud' },
        citations: ['rodokyoku:3-n5'],
        stance: { point: 'foreign-cloud', says: 'nowhere' },
      });
    });
    expect(fault).toMatch(/decisions\/transfer.yaml:\d+ contradictions: すること /);
    expect(fault).toContain('が食い違うのに、「foreign-cloud」に 労働局の措置 の言い分がありません');
  });
});
