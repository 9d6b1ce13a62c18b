/** pdf.js gives its worker no types: all that is done with it is to hand it over. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
