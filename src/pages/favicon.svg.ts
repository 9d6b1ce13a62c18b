import { loadLibrary } from '../compiler/library.ts';
import { toFavicon } from '../core/brand/favicon.ts';

/** The sign in the browser's tab. */
export async function GET(): Promise<Response> {
  const { brand } = await loadLibrary();
  return new Response(toFavicon(brand.hasOwnMark ? brand.mark : undefined, brand.accent), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
}
