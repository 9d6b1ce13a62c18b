import type { Worded } from '../../record/v1/company/words.ts';
import type { DecisionDefinition } from '../../record/v1/decision/definition.ts';

/**
 * The whole definition of a decision, with its texts and the company's words.
 * @throws Error when the site was replaced by another version since the page was opened
 */
export async function fetchAsked(
  base: string,
  { id, version }: DecisionDefinition,
): Promise<Worded<DecisionDefinition>> {
  const response = await fetch(`${base}decisions/${id}/definition.json`);
  if (!response.ok) throw new Error(`The definition answered ${response.status}.`);
  const asked: Worded<DecisionDefinition> = await response.json();
  const { template } = asked;
  if (template.id !== id || template.version !== version) throw new Error('The definition is of another version.');
  return asked;
}
