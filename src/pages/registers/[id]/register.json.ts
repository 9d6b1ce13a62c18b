import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../compiler/library.ts';
import type { RegisterRules } from '../../../core/register/rules.ts';
import type { ToolDefinition } from '../../../record/contents.ts';
import type { Worded } from '../../../record/v1/company/words.ts';

/** A register's form and rules: fetched when a page that is not the register's own puts entries into it. */
export async function getStaticPaths() {
  const { forms, tools } = await loadLibrary();
  return forms.flatMap(({ definition: { id }, register: rules }) => {
    const asked = tools.find(({ kind, asked }) => kind === 'form' && asked.template.id === id)?.asked;
    return rules && asked ? [{ params: { id }, props: { asked, rules } }] : [];
  });
}

export const GET: APIRoute<{ asked: Worded<ToolDefinition>; rules: RegisterRules }> = ({ props: { asked, rules } }) =>
  Response.json({ asked, rules });
