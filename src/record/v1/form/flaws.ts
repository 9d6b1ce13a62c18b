import { foldText } from '../../../core/text/fold.ts';
import { businessMark, namesBusiness } from './business.ts';
import type { FormDefinition, FormField } from './definition.ts';
import { fieldsOf, tablesOf } from './given.ts';
import { mostFields } from './limits.ts';

/** English, for authors: what does not fit together in a form, where, and what would be right. */
export interface FormFlaw {
  problem: string;
  /** Within the form, e.g. `parts[0].columns[2].id`. */
  path: string;
  hint: string;
}

/** Shares are fractions, which no computer adds up exactly. */
const shareTolerance = 1e-6;

/** What a schema of single fields cannot see: ids that are there twice, options where none are chosen, ill-fitting rows. */
export function findFormFlaws(definition: FormDefinition): FormFlaw[] {
  return [...partFlaws(definition), ...referenceFlaws(definition)];
}

function partFlaws({ parts }: FormDefinition): FormFlaw[] {
  const fieldIds = new Map<string, string>();
  return [
    ...twiceFlaws(parts.map(({ id }, index) => ({ id, path: `parts[${index}]` }))),
    ...parts.flatMap((part, p): FormFlaw[] => {
      if (part.kind === 'text') return [];
      const key = part.kind === 'fields' ? 'fields' : 'columns';
      const asked: FormField[] = part.kind === 'fields' ? part.fields : part.columns;
      const places = asked.map((field, index) => ({ field, id: field.id, path: `parts[${p}].${key}[${index}]` }));
      // Fields share one record of the answers; the columns of a table have one of their own.
      const flaws = part.kind === 'fields' ? twiceFlaws(places, fieldIds) : twiceFlaws(places);
      flaws.push(...places.flatMap(({ field, path }) => optionFlaws(field, path)));
      if (part.kind === 'table') flaws.push(...tableFlaws(part, `parts[${p}]`));
      return flaws;
    }),
  ];
}

function twiceFlaws(items: readonly { id: string; path: string }[], seen = new Map<string, string>()): FormFlaw[] {
  return items.flatMap(({ id, path }) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    const hint = 'Ids are permanent and name one thing each: take another.';
    return first === undefined
      ? []
      : [{ problem: `id "${id}" is there twice, first at ${first}.`, path: `${path}.id`, hint }];
  });
}

function optionFlaws({ kind, options, open, unit }: FormField, path: string): FormFlaw[] {
  const isChoice = kind === 'one' || kind === 'several';
  const flaw = (problem: string, at: string, hint: string): FormFlaw => ({ problem, path: `${path}.${at}`, hint });
  return [
    ...(isChoice && !options
      ? [flaw(`kind "${kind}" has no options.`, 'kind', 'List what can be chosen: options: [はい, いいえ].')]
      : []),
    ...(!isChoice && options
      ? [flaw(`options stand at kind "${kind}".`, 'options', 'Write kind: one, or kind: several.')]
      : []),
    ...(!isChoice && open ? [flaw('"open" stands where nothing is chosen.', 'open', 'Leave it away.')] : []),
    ...(kind !== 'number' && unit !== undefined
      ? [flaw('"unit" stands behind a figure alone.', 'unit', 'Write kind: number.')]
      : []),
    ...(options && new Set(options.map(foldText)).size < options.length
      ? [
          flaw(
            'two options are the same.',
            'options',
            'Each option is there once; width and spaces make no difference.',
          ),
        ]
      : []),
  ];
}

function tableFlaws(
  { columns, examples, people }: Extract<FormDefinition['parts'][number], { kind: 'table' }>,
  path: string,
): FormFlaw[] {
  const sum = columns.reduce((total, { share }) => total + share, 0);
  return [
    ...examples.flatMap((cells, index) =>
      cells.length === columns.length
        ? []
        : [
            {
              problem: `an example has ${cells.length} cells, the table ${columns.length} columns.`,
              path: `${path}.examples[${index}]`,
              hint: "Write one text a column; '' for an empty cell.",
            },
          ],
    ),
    ...(Math.abs(sum - 1) > shareTolerance
      ? [{ problem: `the shares of the columns add up to ${sum}.`, path: `${path}.columns`, hint: 'They add up to 1.' }]
      : []),
    ...columns.flatMap(({ person }, index) =>
      person !== undefined && people !== true
        ? [
            {
              problem: 'a column says what of a person stands in it, but the rows are not people.',
              path: `${path}.columns[${index}].person`,
              hint: 'Write people: true at the table.',
            },
          ]
        : [],
    ),
  ];
}

function referenceFlaws(definition: FormDefinition): FormFlaw[] {
  const { each, head } = definition;
  const tables = tablesOf(definition).map(({ id }) => id);
  const fields = fieldsOf(definition).length;
  return [
    ...(each !== undefined && !tables.includes(each)
      ? [
          {
            problem: `"each" names no table: "${each}".`,
            path: 'each',
            hint: `Tables: ${tables.join(', ') || 'none'}.`,
          },
        ]
      : []),
    ...(head.business === undefined && namesBusiness(definition)
      ? [
          {
            problem: `${businessMark} stands for 業務名, which the head does not ask.`,
            path: 'head',
            hint: 'Write head: { business: 業務の名 }.',
          },
        ]
      : []),
    ...(fields > mostFields
      ? [{ problem: `${fields} fields.`, path: 'parts', hint: `At most ${mostFields}: make two forms of it.` }]
      : []),
  ];
}
