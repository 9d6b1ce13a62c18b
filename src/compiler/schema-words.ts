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

/** What a schema wants: `a list, each of it a text`. */
export function wantedBy(schema: unknown): string {
  const def = definition(schema);
  switch (def?.type) {
    case 'string':
      return 'a text';
    case 'number':
      return def.format ? 'a whole number' : 'a number';
    case 'array':
      return `a list (${wantedBy(def.element)}, …)`;
    case 'object':
      return `a mapping { ${keysOf(schema).join(', ')} }`;
    case 'record':
      return 'a mapping';
    case 'enum':
      return `one of ${Object.values(def.entries ?? {}).join(', ')}`;
    case 'literal':
      return (def.values ?? []).join(' or ');
    case 'union':
      return optionsOf(schema).map(wantedBy).join(', or ');
    default:
      return 'something else';
  }
}

/** What was found instead. */
export function describeFound(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return `a mapping { ${Object.keys(value).join(', ')} }`;
  if (typeof value !== 'string') return `${value}`;
  return value === '' ? 'an empty text' : `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
}
