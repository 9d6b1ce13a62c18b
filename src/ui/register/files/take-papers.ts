import { gradeByBook } from '../../../core/address-book/grade-signer.ts';
import { unreadMessages } from '../../../core/inbox/unread-messages.ts';
import { mergeEntries } from '../../../core/register/merge.ts';
import type { IncomingRow } from '../../../core/register/plan-rows.ts';
import { takePaper } from '../../../core/register/take-paper.ts';
import { findForm } from '../../../record/contents.ts';
import { toShortText } from '../../parts/visible-text.ts';
import { checkOne } from '../../receive/check-one.ts';
import { findInBook } from '../../receive/find-in-book.ts';
import type { RegisterContext } from '../register-context.ts';
import { confirmTaking, type Taking } from './confirm-taking.ts';
import { sayTaken, tellFile, tellLine, toCount, words } from './file-words.ts';
import { planFor } from './take-rows.ts';

/** Longest text of a stranger that is shown, in code points. */
const limit = 80;

/** What a signed paper brings, and what is said of it. */
type PaperReading = { ok: true; rows: ReadonlyMap<string, IncomingRow[]>; said: string } | { ok: false; said: string };

/**
 * Takes the rows of signed papers for entries: each is verified as on the verify page, and only one that is what kitei makes
 * of its data is believed.
 * @throws LoadError when some of what verifies does not arrive
 */
export async function takePapers(context: RegisterContext, files: readonly File[]): Promise<void> {
  const { store, tables, put, say } = context;
  await store.look();
  const lines: string[] = [];
  let { entries } = store.$state.get();
  const before = entries;
  let same = 0;
  for (const file of files) {
    const reading = await readPaper(context, file);
    if (!reading.ok) {
      tellFile(context, file, reading.said);
      continue;
    }
    lines.push(`${toShortText(file.name, limit)}: ${reading.said}`);
    for (const { id, columns } of tables) {
      const columnIds = columns.map((column) => column.id);
      const plan = planFor(context, entries, id, reading.rows.get(id) ?? [], columnIds);
      entries = plan.merged.entries;
      same += plan.same;
    }
  }
  if (lines.length === 0) return;
  const { added, changed, conflicts } = mergeEntries(before, entries);
  const taking: Taking = { added: added.length, changed: changed.length, conflicts: conflicts.length, same };
  const news = new Set([...added, ...changed]);
  if (news.size === 0) {
    for (const line of lines) tellLine(context, line);
    tellLine(context, sayTaken(context, taking));
    return;
  }
  if (!(await confirmTaking(context, lines, taking))) say(words(context, ['stopped']));
  else if (
    await put(
      entries.filter(({ id }) => news.has(id)),
      [],
    )
  )
    say(sayTaken(context, taking));
}

async function readPaper(context: RegisterContext, file: File): Promise<PaperReading> {
  const { base, generator, form, rules, tables } = context;
  const refuse = (message: string): PaperReading => ({
    ok: false,
    said: words(context, ['refused'], { m: toShortText(message, 500) }),
  });
  const outcome = await checkOne(file, { base, generator, definitions: [] });
  if (outcome.kind === 'turned-away') return refuse(unreadMessages[outcome.why]);
  const { verification } = outcome;
  if (verification.state === 'refused') return refuse(verification.message);
  if ('message' in verification.match) return refuse(verification.match.message);
  const made = findForm(verification.file);
  // By its own name for itself: what it says is then read by the columns of this form alone.
  if (!made || (made.definition.id !== form.id && !rules.takes.includes(made.definition.id)))
    return refuse(words(context, ['otherPaper']));
  const { documentNumber, signer, grades } = verification;
  const rows = takePaper({ ...made, documentNumber }, form, tables);
  const count = [...rows.values()].reduce((sum, list) => sum + list.length, 0);
  if (count === 0) return refuse(words(context, ['noRow']));
  const known = gradeByBook(grades.signer, findInBook(verification, base));
  const said = words(context, ['paper'], {
    r: toCount(count),
    d: toShortText(documentNumber, limit),
    n: toShortText([signer.organization, signer.commonName].filter(Boolean).join(' '), limit),
    g: [known.label, grades.validity.label, grades.revocation.label].join('、'),
  });
  return { ok: true, rows, said };
}
