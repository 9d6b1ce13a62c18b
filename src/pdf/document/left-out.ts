/**
 * Stands in bundles for what jsPDF brings for drawing HTML, SVG and PNG, which no PDF here holds:
 * see src/site/jspdf-aliases.ts.
 */
export default undefined;

/** What jsPDF imports from fast-png by name. */
export const decode = undefined;
