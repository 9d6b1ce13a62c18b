import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../compiler/library.ts';
import type { ToolDefinition } from '../../../record/contents.ts';
import type { Worded } from '../../../record/v1/company/words.ts';

/** The whole definition of a decision and the company's words: fetched when a file is made of its result. */
export async function getStaticPaths() {
  const { tools } = await loadLibrary();
  return tools
    .filter(({ kind }) => kind === 'decision')
    .map(({ asked }) => ({ params: { id: asked.template.id }, props: { asked } }));
}

export const GET: APIRoute<{ asked: Worded<ToolDefinition> }> = ({ props }) => Response.json(props.asked);
