import packageInfo from '../../../package.json';
import { loadSiteFacts } from '../../site/site-facts.ts';

/** What the verifier on the command line, and other programs, must know of this site. */
export async function GET(): Promise<Response> {
  return Response.json(await loadSiteFacts(`${packageInfo.name} ${packageInfo.version}`));
}
