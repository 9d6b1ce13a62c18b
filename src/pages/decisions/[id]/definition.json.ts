import type { APIRoute } from 'astro';
import type { DecisionDefinition } from '../../../core/decision/definition.ts';
import { loadLibrary } from '../../../integrations/library.ts';

/** The whole definition of a decision: fetched when a file is made of its result. */
export async function getStaticPaths() {
  const { decisions } = await loadLibrary();
  return decisions.map(({ definition }) => ({ params: { id: definition.id }, props: { definition } }));
}

export const GET: APIRoute<{ definition: DecisionDefinition }> = ({ props }) => Response.json(props.definition);
