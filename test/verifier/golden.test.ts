import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toContents } from '../../src/record/contents.ts';
import type { SummaryDocument } from '../../src/record/v1/summary/summary-document.ts';
import { type AnyTool, currentVersion, type RecordVersion } from '../../src/record/versions.ts';
import { isAccepted } from '../../src/verifier/verdict.ts';
import { toolFixtures } from '../fixtures/files/tools.ts';
import { identify } from '../support/record.ts';
import { examine } from './support/make-file.ts';

/** A record version to come, in which a column is 1 % narrower and the seal box is gone. */
const next: RecordVersion = {
  ...currentVersion,
  format: 'kitei/2',
  tools: {
    checklist: withOtherColumns(currentVersion.tools.checklist),
    decision: withOtherColumns(currentVersion.tools.decision),
    form: withOtherColumns(currentVersion.tools.form),
  },
};

function withOtherColumns(tool: AnyTool): AnyTool {
  return {
    ...tool,
    summarize: (contents, given) => {
      const summary = tool.summarize(contents, given);
      const move = (share: number, index: number) => (index === 0 ? share - 0.01 : index === 1 ? share + 0.01 : share);
      const blocks = summary.blocks.map((block) =>
        block.kind === 'table'
          ? { ...block, columns: block.columns.map((one, index) => ({ ...one, share: move(one.share, index) })) }
          : block,
      );
      return { ...summary, blocks: blocks.filter(({ kind }) => kind !== 'seal') } satisfies SummaryDocument;
    },
  };
}

describe.each(toolFixtures)(
  'a signed file of a $name, made by record version 1',
  ({ name, kind, template, words, otherWords }) => {
    const bytes = new Uint8Array(readFileSync(`test/fixtures/files/v1-${name}.pdf`));
    const knownAs = (ours: typeof words) => ({ definitions: [identify(kind, template, ours)] });

    test('is made again byte for byte from its own data', async () => {
      const verdict = await examine(bytes, knownAs(words));
      expect(verdict).toMatchObject({
        state: 'sound',
        signer: { commonName: expect.stringContaining('髙橋﨑子・𩸽・辻'), organization: '株式会社𠮷野' },
        match: { kind: 'equal' },
        form: 'current',
        grades: { tampering: { grade: 'full' }, match: { grade: 'full', label: '一致' } },
      });
      expect(isAccepted(verdict)).toBe(true);
    });

    test('stays so on a site that calls everything otherwise and has made all choices, and the words are named', async () => {
      const verdict = await examine(bytes, knownAs(otherWords));
      expect(verdict).toMatchObject({ match: { kind: 'equal' }, form: 'renamed', grades: { form: { grade: 'warn' } } });
      expect(isAccepted(verdict)).toBe(true);
      const named = verdict.state === 'sound' ? verdict.words : [];
      expect(named.map(({ key }) => key).sort()).toEqual(Object.keys(words).sort());
      expect(named).toContainEqual({
        key: 'role:securityOfficer',
        ours: '最高情報セキュリティ責任者',
        theirs: '情報セキュリティ責任者',
      });
    });

    test('stays so when a newer record version moves a column', async () => {
      const versions = [currentVersion, next];
      const verdict = await examine(bytes, { ...knownAs(otherWords), versions });
      expect(verdict).toMatchObject({ match: { kind: 'equal' }, form: 'renamed' });
      // Judged by the newer one alone it would be a contradiction: the version of the file decides.
      const file = verdict.state === 'sound' ? verdict.file : undefined;
      if (!file) throw new Error('It is not sound.');
      const given = { documentNumber: file.summary.number, words: file.asked.words };
      const contents = toContents(file.definition, file.answers);
      expect(next.tools[kind].summarize(contents, given)).not.toEqual(file.summary);
      expect(currentVersion.tools[kind].summarize(contents, given)).toEqual(file.summary);
    });

    test('is told as newer by a site that does not have its version yet', async () => {
      expect(await examine(bytes, { ...knownAs(words), versions: [] })).toMatchObject({
        state: 'refused',
        reason: 'data-newer',
      });
    });

    test('is noticed when a byte of it changes', async () => {
      const at = Buffer.from(bytes).indexOf('endstream') - 20;
      expect(await examine(bytes.with(at, (bytes[at] ?? 0) ^ 1))).toMatchObject({ reason: 'changed-after-signing' });
    });
  },
);
