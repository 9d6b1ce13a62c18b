import type { RegisterRules } from '../../core/register/rules.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { fillForm } from '../../record/v1/form/fill.ts';

/** A register as another page needs it. */
export interface FetchedRegister {
  /** In the company's words. */
  form: FormDefinition;
  rules: RegisterRules;
}

/** The form and the rules of a register. @throws Error when they do not arrive */
export async function fetchRegister(base: string, id: string): Promise<FetchedRegister> {
  const response = await fetch(`${base}registers/${id}/register.json`);
  if (!response.ok) throw new Error(`The register answered ${response.status}.`);
  const { asked, rules }: { asked: Worded<FormDefinition>; rules: RegisterRules } = await response.json();
  return { form: fillForm(asked), rules };
}
