// Stands in for html2canvas, dompurify and canvg (astro.config.mjs): jsPDF would fetch them to draw HTML and SVG, which no PDF here does.
export default undefined;
