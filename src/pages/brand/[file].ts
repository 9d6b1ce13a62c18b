import { loadLibrary } from '../../compiler/library.ts';

/** The company's logo, where it has one. */
export async function getStaticPaths() {
  const { logo } = (await loadLibrary()).brand;
  return logo ? [{ params: { file: logo.name }, props: { logo } }] : [];
}

export function GET({ props }: { props: Awaited<ReturnType<typeof getStaticPaths>>[number]['props'] }): Response {
  const { bytes, type } = props.logo;
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } });
}
