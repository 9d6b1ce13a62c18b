import { loadLibrary } from '../../compiler/library.ts';
import { fieldsOf, tablesOf } from '../../record/v1/form/given.ts';
import type { DeskFacts } from '../../ui/desk/desk-context.ts';

/** What an evaluation knows of a company: a paper or a register that asks for these is about one. */
const asked = ['contractor', 'next', 'result'];

/** What the desk of the client writes letters with, and where it leads to. */
export async function GET(): Promise<Response> {
  const { letters, organization, decisions, forms } = await loadLibrary();
  const isAbout = (parts: readonly { id: string }[]) => asked.every((id) => parts.some((one) => one.id === id));
  const papers = forms.flatMap(({ definition, register }) => {
    const fields = fieldsOf(definition);
    const ids = fields.map(({ id }) => id);
    return !register && isAbout(fields) ? [{ id: definition.id, title: definition.title, fields: ids }] : [];
  });
  const registers = forms.flatMap(({ definition: { id, title, parts }, register }) => {
    const table = tablesOf({ parts }).find(({ columns }) => isAbout(columns));
    if (!register || !table) return [];
    return [{ id, title, table: table.id, columns: table.columns.map((column) => column.id) }];
  });
  const facts: DeskFacts = {
    letters,
    organization: organization.name.trim(),
    decisions: decisions.flatMap(({ definition: { id, title }, readings }) =>
      readings.map((reading) => ({ id, title, reading })),
    ),
    papers,
    registers,
  };
  return Response.json(facts);
}
