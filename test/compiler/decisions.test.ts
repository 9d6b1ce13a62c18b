import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { orThrow } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { readDecision } from '../../src/compiler/read-decision.ts';
import { readDecisionDraft } from '../../src/compiler/read-decision-draft.ts';
import type { DecisionFile, ReadFrom } from '../../src/core/decision/file-schema.ts';
import type { DecisionEntry, Library } from '../../src/core/regulation/library.ts';
import { decide } from '../../src/record/v1/decision/decide.ts';

const library = await readLibrary('test/fixtures/content', '/');
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
      'decisions/fixture-visit.yaml:48 at duties[0].citations[1]: unknown citation "company:05-1-r99".\n  Hint: Did you mean',
    );
    expect(
      await fault((file) => {
        file.duties[0]?.citations.push('nerima:a16-i7');
      }),
    ).toContain('duties[0].citations: cites two documents, company:05-1-r15 and nerima:a16-i7.');
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
      '.checklist: unknown check list "contractor-securty".\n  Hint: Did you mean "contractor-security"?',
      (from) => {
        from.checklist = 'contractor-securty';
      },
    ],
    [
      '.options.fewer: unknown option "shrt".\n  Hint: Did you mean "short"?',
      (from) => {
        from.options.fewer = 'shrt';
      },
    ],
    [
      '.level: unknown choice "contractorLevels".\n  Hint: Did you mean "contractorLevel"?',
      (from) => {
        from.level = 'contractorLevels';
      },
    ],
    [
      '.least.some: unknown option "some".',
      (from) => {
        from.least['some'] = 'all';
      },
    ],
    [
      '.least: nothing for the option "planned" of "contractorLevel".\n  Hint: Give one for each of: all, done, planned.',
      (from) => {
        delete from.least['planned'];
      },
    ],
    [
      '.least.done.blank: unknown blank "contractorDne".\n  Hint: Did you mean "contractorDone"?',
      (from) => {
        from.least['done'] = { count: ['done'], blank: 'contractorDne' };
      },
    ],
  ])('%s', async (message, change) => {
    // The lines are those of a file that was written anew.
    const place = `decisions/${id}.yaml at questions[6].readFrom`;
    expect((await fault(change)).replace(/:\d+ at /, ' at ')).toContain(place + message);
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
      "ContentError: 3 faults in the content:
      decisions/confidentiality.yaml:66 at outcomes[1]: "level-1" is reached for no combination of answers.
        Hint: Mend its condition, or remove it.
      decisions/confidentiality.yaml:78 at rules: no rule fits: criteria={}, business=large, form={} (and 7 more).
        Hint: Add a rule for it, or widen the condition of one.
      decisions/scopes/confidentiality.yaml:20 at covers[10]: ipa5-03-1.1-r7 speaks and nothing says it: criteria={}, business=large, form={} (and 7 more). 「次に当たる情報資産は、機密性 1（社外秘）とする。 機密性	基準 1：社外秘	漏えいすると事業に大きな影響がある」
        Hint: Cite it in what is shown."
    `);
  });

  test('a rule that is doubled prints the conflict', async () => {
    expect(
      await faultOf('confidentiality', (file) => {
        file.rules.push(...file.rules.slice(2, 3));
      }),
    ).toMatchInlineSnapshot(`
      "ContentError: decisions/confidentiality.yaml:94 at rules[3]: rules[2] and rules[3] both fit: criteria={}, business=slight, form={} (and 7 more).
        Hint: Order means nothing: narrow the condition of all but one."
    `);
  });

  test('a duty that is deleted prints the unit that nobody cites any more', async () => {
    expect(
      await faultOf('confidentiality', (file) => {
        file.duties = file.duties.filter(({ id }) => id !== 'mark-paper');
      }),
    ).toMatchInlineSnapshot(`
      "ContentError: 2 faults in the content:
      decisions/scopes/confidentiality.yaml:22 at covers[12]: ipa5-03-1.2-p1 speaks and nothing says it: criteria={}, business=large, form=paper (and 128 more). 「当社は、情報資産の機密性を、次の箇条1と箇条2の方法で表示する。」
        Hint: Write a duty that cites it, or widen one.
      decisions/scopes/confidentiality.yaml:24 at covers[14]: ipa5-03-1.2-b2 speaks and nothing says it: criteria={}, business=large, form=paper (and 515 more). 「書類の機密性は、保管先の次のものに表示する。 キャビネット ファイル バインダー」
        Hint: Write a duty that cites it, or widen one."
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
    expect(fault).toMatch(/decisions\/transfer.yaml:\d+ at contradictions: duties /);
    expect(fault).toContain('contradict one another and "foreign-cloud" does not name 労働局の措置');
  });
});
