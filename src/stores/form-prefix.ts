/** Where the drafts of a form lie: a paper's draft is named by its case. */
export function formPrefix(base: string, formId: string): string {
  return `kitei:${base}:form:${formId}:`;
}
