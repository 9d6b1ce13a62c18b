import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { withContent } from '../support/content-folder.ts';

const entry = 'removalRegister: { name: 管理簿（持ち出し）, kind: register, phase: during';

/** What the build says when the fixture's record has more fields. */
function faultOf(fields: string): Promise<string> {
  const changes = { 'records.yaml': (text: string) => text.replace(entry, `${entry}, ${fields}`) };
  return withContent(changes, async (root) => {
    try {
      await readLibrary(root, '/');
    } catch (fault) {
      if (!(fault instanceof ContentError)) throw fault;
      return fault.message.replaceAll(`${root}/`, 'content/');
    }
    return 'accepted';
  });
}

describe('the facts of a record', () => {
  test('rest on provisions of the handbook', async () => {
    const fields = `basis: [client:a1-i1], to: { roles: [worker], provision: client:a1-i1 }, kept: { text: 3年間, provision: client:a1-i2 }`;
    expect(await faultOf(fields)).toBe('accepted');
  });

  test('that rest on nothing are refused', async () => {
    expect(await faultOf('kept: { text: 3年間, provision: client:a1-i9 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 at client.removalRegister.kept.provision: unknown provision "client:a1-i9".
        Hint: Did you mean "client:a1-i1"? Known: client:a1-i1, client:a1-i2."
    `);
    expect(await faultOf('basis: [client:a9]')).toMatchInlineSnapshot(`
      "content/records.yaml:2 at client.removalRegister.basis[0]: unknown provision "client:a9".
        Hint: Known: client:a1-i1, client:a1-i2."
    `);
    expect(await faultOf('kept: { text: 3年間, provision: a1 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 at client.removalRegister.kept.provision: "a1" is not accepted.
        Hint: Cite a provision as <handbook>:<anchor>, e.g. nerima:a6. See src/core/regulation/registers.ts."
    `);
    expect(await faultOf('kept: { text: 3年間 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 at client.removalRegister.kept: missing key "provision".
        Hint: Add it: a text. See src/core/regulation/registers.ts."
    `);
  });

  test('that name no role, or roles and a name, are refused', async () => {
    expect(await faultOf('to: { roles: [wroker], provision: client:a1-i1 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 at client.removalRegister.to.roles[0]: unknown role "wroker".
        Hint: Did you mean "worker"? Known: worker."
    `);
    expect(await faultOf('to: { roles: [worker], name: 本人, provision: client:a1-i1 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 at client.removalRegister.to: Give either roles or a name.
        Hint: See src/core/regulation/registers.ts."
    `);
  });

  test('a record that no provision names is refused', async () => {
    expect(await faultOf('}\n  pledge: { name: 誓約書, kind: document, phase: start')).toMatchInlineSnapshot(`
      "content/records.yaml:3 at client.pledge: no provision names record "pledge".
        Hint: Write deliverable="pledge" at the provision that requires it, or remove the record."
    `);
  });
});

test('an unknown month is refused', async () => {
  const page = 'handbooks/client/index.mdx';
  const changes = { [page]: (text: string) => text.replace("within: 'before'", "month: 'auditMonth'") };
  await withContent(changes, async (root) => {
    await expect(readLibrary(root, '/')).rejects.toThrow('unknown month "auditMonth"');
  });
});
