import { fileURLToPath } from 'node:url';

const leftOut = fileURLToPath(new URL('../pdf/document/left-out.ts', import.meta.url));

/** For Vite's `resolve.alias`: keeps out of the site what jsPDF brings for HTML, SVG and PNG, 113 KB in brotli. */
export const jsPdfAliases: Record<string, string> = {
  html2canvas: leftOut,
  dompurify: leftOut,
  canvg: leftOut,
  'fast-png': leftOut,
};
