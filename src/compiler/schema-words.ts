import * as z from 'zod/mini';

/** What of zod's own description of a schema is needed to walk it and to say what it wants. */
interface Definition {
  type: string;
  format?: string;
  innerType?: unknown;
  in?: unknown;
  element?: unknown;
  valueType?: unknown;
  shape?: Record<string, unknown>;
  options?: unknown[];
  discriminator?: string;
  entries?: Record<string, string>;
  values?: unknown[];
}

function definition(schema: unknown): Definition | undefined {
  if (!(schema instanceof z.ZodMiniType)) return undefined;
  const def = schema._zod.def as Definition;
  const inner = def.innerType ?? def.in;
  return inner === undefined ? def : definition(inner);
}

/** The schema at a path, on the branches that the value has taken; undefined where it has none. */
export function schemaAt(schema: unknown, [key, ...rest]: readonly PropertyKey[], value: unknown): unknown {
  if (key === undefined) return schema;
  const def = definition(branchFor(schema, value));
  return schemaAt(def?.shape?.[String(key)] ?? def?.element ?? def?.valueType, rest, valueAt(value, [key]));
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

/** The options of a union; of another schema none. */
export function optionsOf(schema: unknown): unknown[] {
  return definition(schema)?.options ?? [];
}

function branchFor(schema: unknown, value: unknown): unknown {
  const def = definition(schema);
  if (!def?.options) return schema;
  const { discriminator } = def;
  const types = Array.isArray(value) ? ['array'] : typeof value === 'object' ? ['object', 'record'] : [];
  return def.options.find((option) => {
    const one = definition(option);
    if (discriminator === undefined) return types.includes(one?.type ?? '');
    return definition(one?.shape?.[discriminator])?.values?.includes(valueAt(value, [discriminator]));
  });
}

/** Keys that a schema has for such a value; empty where it has no fixed ones. */
export function keysOf(schema: unknown, value?: unknown): string[] {
  return Object.keys(definition(branchFor(schema, value))?.shape ?? {});
}

/** Whether the keys of a mapping are its author's: `z.record`. */
export function isRegister(schema: unknown): boolean {
  return definition(schema)?.type === 'record';
}

/** The kind of value that a schema wants, as zod calls it: `string`, `array`. */
export function typeOf(schema: unknown): string | undefined {
  return definition(schema)?.type;
}

/** What a schema wants: `並び（文、…）`. */
export function wantedBy(schema: unknown): string {
  const def = definition(schema);
  switch (def?.type) {
    case 'string':
      return '文';
    case 'number':
      return def.format ? '整数' : '数';
    case 'array':
      return `並び（${wantedBy(def.element)}、…）`;
    case 'object':
      return `{ ${keysOf(schema).join(', ')} } の組`;
    case 'record':
      return 'キーと値の組';
    case 'enum':
      return `${Object.values(def.entries ?? {}).join('、')} のどれか`;
    case 'literal':
      return (def.values ?? []).join(' か ');
    case 'union':
      return optionsOf(schema).map(wantedBy).join('、または');
    default:
      return '別の値';
  }
}

/** What was found instead. */
export function describeFound(value: unknown): string {
  if (value === undefined || value === null) return '空';
  if (Array.isArray(value)) return value.length === 0 ? '空の並び' : '並び';
  if (typeof value === 'object') return `{ ${Object.keys(value).join(', ')} } の組`;
  if (typeof value !== 'string') return `${value}`;
  return value === '' ? '空の文' : `「${value.length > 40 ? `${value.slice(0, 40)}…` : value}」`;
}
