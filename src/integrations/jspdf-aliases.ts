import { fileURLToPath } from 'node:url';

const absent = fileURLToPath(new URL('../pdf/absent.ts', import.meta.url));

/** For Vite's `resolve.alias`: keeps what jsPDF loads for HTML, SVG and PNG (110 KB brotli) out of the site. */
export const jsPdfAliases: Record<string, string> = {
  html2canvas: absent,
  dompurify: absent,
  canvg: absent,
  'fast-png': absent,
};
