import { join } from 'node:path';
import type { Lead } from '../core/register/rules.ts';
import type { Library } from '../core/regulation/library.ts';
import { tablesOf } from '../record/v1/form/given.ts';
import type { Faults } from './faults.ts';
import { listFiles } from './list-files.ts';

/**
 * Holds that entries of registers lead to decisions and lists that there are; what leads to a document that is switched off
 * is taken away. @param names of all forms
 */
export async function checkLeads(
  library: Pick<Library, 'forms' | 'decisions'>,
  names: readonly string[],
  faults: Faults,
): Promise<void> {
  const decisions = await listFiles('decisions', '.yaml', faults);
  const inForce = new Set(library.decisions.map(({ definition }) => definition.id));
  for (const { definition, register } of library.forms) {
    const file = join(faults.root, 'forms', `${definition.id}.yaml`);
    for (const [id, rules] of Object.entries(register?.tables ?? {})) {
      const leads = rules.leads?.filter((lead, index) => {
        const place = { file, path: `register.tables.${id}.leads[${index}]` };
        if ((lead.decision === undefined) === (lead.form === undefined)) {
          faults.add('行き先は、decision か form のどちらか一つです。', place, 'どちらか一つを書いてください。');
          return false;
        }
        checkColumns(lead, tablesOf(definition).find((table) => table.id === id)?.columns ?? [], place, faults);
        if (lead.decision !== undefined)
          return (
            faults.checkKnown('decision', lead.decision, decisions, place, 'decisions/') && inForce.has(lead.decision)
          );
        return (
          faults.checkKnown('form', lead.form ?? '', names, place, 'forms/') && isThere(lead, library, place, faults)
        );
      });
      if (leads) rules.leads = leads;
    }
  }
}

type Place = { file: string; path: string };

/** What is given and what comes back are columns of the list itself. */
function checkColumns(
  { gives, returns }: Lead,
  columns: readonly { id: string }[],
  { file, path }: Place,
  faults: Faults,
): void {
  const ids = columns.map(({ id }) => id);
  for (const [target, column] of Object.entries(gives))
    faults.checkKnown('column', column, ids, { file, path: `${path}.gives.${target}` }, 'parts');
  for (const [index, column] of returns.entries())
    faults.checkKnown('column', column, ids, { file, path: `${path}.returns[${index}]` }, 'parts');
}

/** Whether the form is in force; then its list and columns have to be there. */
function isThere(
  { form, table = '', gives }: Lead,
  { forms }: Pick<Library, 'forms'>,
  { file, path }: Place,
  faults: Faults,
): boolean {
  const target = forms.find(({ definition }) => definition.id === form);
  if (!target) return false;
  const tables = tablesOf(target.definition);
  const tableIds = tables.map(({ id }) => id);
  if (!faults.checkKnown('table', table, tableIds, { file, path: `${path}.table` }, `forms/${form}.yaml`)) return false;
  const columns = tables.find(({ id }) => id === table)?.columns.map(({ id }) => id) ?? [];
  for (const column of Object.keys(gives))
    faults.checkKnown('column', column, columns, { file, path: `${path}.gives.${column}` }, `forms/${form}.yaml`);
  return true;
}
