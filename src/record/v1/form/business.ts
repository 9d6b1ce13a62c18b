import type { FormDefinition } from './definition.ts';

/** Stands for 業務名 in the heading and the sentences of a form. */
export const businessMark = '{business}';
/** What a blank paper has in its place. */
export const blankBusiness = '●●業務';

/** A sentence of a form with the name of the business. */
export function fillBusiness(text: string, business: string): string {
  return text.replaceAll(businessMark, () => business || blankBusiness);
}

/** Whether the paper names the business in its words, so that it needs no line of its own. */
export function namesBusiness({ heading, body, parts }: Pick<FormDefinition, 'heading' | 'body' | 'parts'>): boolean {
  const lines = parts.flatMap((part) => (part.kind === 'text' ? part.lines : []));
  return [heading, ...body, ...lines].some((text) => text.includes(businessMark));
}
