import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../compiler/library.ts';
import type { DecisionDefinition } from '../../../record/v1/decision/definition.ts';

/** The whole definition of a decision: fetched when a file is made of its result. */
export async function getStaticPaths() {
  const { decisions } = await loadLibrary();
  return decisions.map(({ definition }) => ({ params: { id: definition.id }, props: { definition } }));
}

export const GET: APIRoute<{ definition: DecisionDefinition }> = ({ props }) => Response.json(props.definition);
