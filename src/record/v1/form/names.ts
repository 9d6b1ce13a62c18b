import type { FormColumn, FormDefinition, FormField, FormTable } from './definition.ts';
import { fieldsOf } from './given.ts';

/** Japanese: a field as a message calls it; with its part's title where two fields of the form have one label. */
export function fieldName(definition: FormDefinition, field: FormField): string {
  const isShared = fieldsOf(definition).filter(({ label }) => label === field.label).length > 1;
  const part = definition.parts.find((one) => one.kind === 'fields' && one.fields.includes(field));
  const title = part?.kind === 'fields' ? part.title : '';
  return isShared && title !== '' ? `${title}の「${field.label}」` : field.label;
}

/** Japanese: `1 情報の保存媒体 3行目の「作業の方法」`. @param index from 0 */
export function cellName({ title, row }: FormTable, index: number, { label }: FormColumn): string {
  return `${title || row} ${index + 1}行目の「${label}」`;
}
