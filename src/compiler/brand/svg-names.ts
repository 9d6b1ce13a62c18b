/**
 * What an SVG logo may consist of: shapes, colours, gradients, clips and words. Everything else is refused, whatever it
 * is: nobody can list all that a browser might fetch or run.
 */
export const svgElements: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'title', 'desc', 'style', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'text', 'tspan'],
]);

/** Attributes without a namespace; `data-*` and `aria-*` besides. */
export const svgAttributes: ReadonlySet<string> = new Set([
  ...[
    'id',
    'class',
    'style',
    'version',
    'baseProfile',
    'role',
    'lang',
    'width',
    'height',
    'viewBox',
    'preserveAspectRatio',
  ],
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr', 'd', 'points', 'pathLength'],
  ...['dx', 'dy', 'rotate', 'textLength', 'lengthAdjust', 'offset', 'href', 'type', 'enable-background'],
  ...['transform', 'gradientTransform', 'gradientUnits', 'spreadMethod', 'clipPathUnits', 'transform-origin'],
  ...['fill', 'fill-opacity', 'fill-rule', 'clip-path', 'clip-rule', 'color', 'color-interpolation', 'opacity'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'vector-effect', 'paint-order', 'shape-rendering', 'text-rendering'],
  ...['stop-color', 'stop-opacity', 'display', 'visibility', 'overflow', 'mix-blend-mode', 'isolation'],
  ...['font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'font-variant', 'letter-spacing'],
  ...['word-spacing', 'text-anchor', 'text-decoration', 'dominant-baseline', 'alignment-baseline', 'baseline-shift'],
  ...['writing-mode', 'direction', 'unicode-bidi'],
]);

/** Functions of a style or a transform; `url()` is looked at by itself. */
export const svgFunctions: ReadonlySet<string> = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'matrix', 'translate', 'scale', 'rotate', 'skewx', 'skewy', 'url'],
]);
