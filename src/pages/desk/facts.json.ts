import { loadLibrary } from '../../compiler/library.ts';
import type { DeskFacts } from '../../ui/desk/desk-context.ts';

/** What the desk of the client writes letters with. */
export async function GET(): Promise<Response> {
  const { letters, organization } = await loadLibrary();
  return Response.json({ letters, organization: organization.name.trim() } satisfies DeskFacts);
}
