import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../compiler/library.ts';
import type { DecisionPaper } from '../../../core/decision/papers.ts';

/** What goes into the forms that a decision's result offers: fetched when one of them is opened. */
export async function getStaticPaths() {
  const { decisions } = await loadLibrary();
  return decisions.map(({ definition, papers }) => ({ params: { id: definition.id }, props: { papers } }));
}

export const GET: APIRoute<{ papers: DecisionPaper[] }> = ({ props }) => Response.json(props.papers);
