/**
 * Stands in a browser's bundle for the packages that jsPDF brings for HTML, SVG and PNG, which no PDF here holds:
 * see src/integrations/jspdf-aliases.ts.
 */
export default undefined;

/** What jsPDF imports of fast-png by name. */
export const decode = undefined;
