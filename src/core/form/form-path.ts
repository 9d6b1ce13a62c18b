import type { FormEntry } from '../regulation/library.ts';

/** Where a form is used, from the site's base: what is kept over time at its register, any other at its own page. */
export function formPath({
  definition,
  register,
}: Pick<FormEntry, 'register'> & { definition: { id: string } }): string {
  return `${register ? 'registers' : 'forms'}/${definition.id}/`;
}
