import { foldText } from '../../../core/text/fold.ts';
import { businessMark, namesBusiness } from './business.ts';
import type { FormDefinition, FormField, FormTable } from './definition.ts';
import { fieldsOf, tablesOf } from './given.ts';
import { mostFields } from './limits.ts';

/** Japanese, for authors: what does not fit together in a form, where, and what would be right. */
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
    const hint = 'id は変えずに一つの物を指します。別の id にしてください。';
    return first === undefined
      ? []
      : [{ problem: `id「${id}」が二度あります（初めは ${first}）。`, path: `${path}.id`, hint }];
  });
}

function optionFlaws({ kind, options, open, unit }: FormField, path: string): FormFlaw[] {
  const isChoice = kind === 'one' || kind === 'several';
  const flaw = (problem: string, at: string, hint: string): FormFlaw => ({ problem, path: `${path}.${at}`, hint });
  return [
    ...(isChoice && !options
      ? [
          flaw(
            `kind が ${kind} なのに、選ぶものがありません。`,
            'kind',
            '選ぶものを options: [はい, いいえ] のように書いてください。',
          ),
        ]
      : []),
    ...(!isChoice && options
      ? [
          flaw(
            `kind が ${kind} の欄に options があります。`,
            'options',
            'kind: one（一つ）か kind: several（いくつでも）と書いてください。',
          ),
        ]
      : []),
    ...(!isChoice && open ? [flaw('選ぶ欄でないのに open があります。', 'open', 'open の行を消してください。')] : []),
    ...(kind !== 'number' && unit !== undefined
      ? [flaw('unit（単位）は、数の欄だけに付きます。', 'unit', 'kind: number と書いてください。')]
      : []),
    ...(options && new Set(options.map(foldText)).size < options.length
      ? [
          flaw(
            '同じ選択肢が二つあります。',
            'options',
            '一つにしてください。全角・半角と空白の違いは、同じとみなします。',
          ),
        ]
      : []),
  ];
}

function tableFlaws(table: Extract<FormDefinition['parts'][number], { kind: 'table' }>, path: string): FormFlaw[] {
  const { columns, examples, people } = table;
  const sum = columns.reduce((total, { share }) => total + share, 0);
  return [
    ...examples.flatMap((cells, index) =>
      cells.length === columns.length
        ? []
        : [
            {
              problem: `記入例の欄が ${cells.length}、表の列が ${columns.length} で、合いません。`,
              path: `${path}.examples[${index}]`,
              hint: "列ごとに一つ書いてください。空の欄は '' です。",
            },
          ],
    ),
    ...(Math.abs(sum - 1) > shareTolerance
      ? [{ problem: `列の幅の割合の合計が ${sum} です。`, path: `${path}.columns`, hint: '合計を 1 にしてください。' }]
      : []),
    ...columns.flatMap(({ person }, index) =>
      person !== undefined && people !== true
        ? [
            {
              problem: '列に person がありますが、行は人ではありません。',
              path: `${path}.columns[${index}].person`,
              hint: '表に people: true と書いてください。',
            },
          ]
        : [],
    ),
    ...chartFlaws(table, path),
  ];
}

/** A chart is drawn from columns of its table, and its levels are heads that may be chosen. */
function chartFlaws({ chart, columns }: FormTable, path: string): FormFlaw[] {
  if (!chart) return [];
  const ids = columns.map(({ id }) => id);
  const heads = columns.find(({ id }) => id === chart.box)?.options ?? [];
  const named = [
    { id: chart.box, at: 'box' },
    ...chart.lines.map((id, index) => ({ id, at: `lines[${index}]` })),
    ...(chart.under === undefined ? [] : [{ id: chart.under, at: 'under' }]),
  ];
  return [
    ...named
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, at }) => ({
        problem: `図の列「${id}」は、この表にありません。`,
        path: `${path}.chart.${at}`,
        hint: `書けるもの: ${ids.join('、')}。`,
      })),
    ...(chart.levels ?? []).flatMap((level, index) =>
      level
        .filter((head) => !heads.includes(head))
        .map((head) => ({
          problem: `図の段の「${head}」は、列「${chart.box}」の選択肢にありません。`,
          path: `${path}.chart.levels[${index}]`,
          hint: `書けるもの: ${heads.join('、') || 'なし'}。`,
        })),
    ),
  ];
}

function referenceFlaws(definition: FormDefinition): FormFlaw[] {
  const { each, head, replies = {} } = definition;
  const tables = tablesOf(definition).map(({ id }) => id);
  const ids = fieldsOf(definition).map(({ id }) => id);
  const fields = ids.length;
  return [
    ...Object.entries<string>(replies).flatMap(([key, id]) =>
      ids.includes(id)
        ? []
        : [
            {
              problem: `replies の「${id}」という欄はありません。`,
              path: `replies.${key}`,
              hint: `書けるもの: ${ids.join('、') || 'なし'}。`,
            },
          ],
    ),
    ...(each !== undefined && !tables.includes(each)
      ? [
          {
            problem: `each の「${each}」という表はありません。`,
            path: 'each',
            hint: `書けるもの: ${tables.join('、') || 'なし'}。`,
          },
        ]
      : []),
    ...(head.business === undefined && namesBusiness(definition)
      ? [
          {
            problem: `${businessMark}（業務名）がありますが、head が業務名をたずねていません。`,
            path: 'head',
            hint: 'head に business: 業務の名 のように書いてください。',
          },
        ]
      : []),
    ...(fields > mostFields
      ? [
          {
            problem: `欄が ${fields} あります。`,
            path: 'parts',
            hint: `${mostFields} までです。二つの様式に分けてください。`,
          },
        ]
      : []),
  ];
}
