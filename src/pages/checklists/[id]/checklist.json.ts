import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../compiler/library.ts';
import type { ToolDefinition } from '../../../record/contents.ts';
import type { Worded } from '../../../record/v1/company/words.ts';

/** A check list before the company's words are in it: fetched by a page that reads what the device keeps of several lists. */
export async function getStaticPaths() {
  const { tools } = await loadLibrary();
  return tools.flatMap(({ kind, asked }) =>
    kind === 'checklist' ? [{ params: { id: asked.template.id }, props: { asked } }] : [],
  );
}

export const GET: APIRoute<{ asked: Worded<ToolDefinition> }> = ({ props: { asked } }) => Response.json(asked);
