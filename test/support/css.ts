/** A rule of a style sheet, with the at-rules it stands in. */
export interface StyleRule {
  /** e.g. `['@layer kitei.blocks', '@media print']`, outermost first. */
  within: string[];
  selectors: string[];
  /** Names of the properties it sets. */
  properties: string[];
}

/** Reads the rules of a sheet as this project writes them: no braces in strings, no rule inside a rule. */
export function readRules(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  const open: string[] = [];
  for (const [, head = '', mark] of css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]*)([{}])/g)) {
    if (mark === '{') {
      open.push(head.split(';').at(-1)?.trim().replace(/\s+/g, ' ') ?? '');
      continue;
    }
    const selector = open.pop() ?? '';
    if (selector.startsWith('@')) continue;
    rules.push({
      within: [...open],
      selectors: splitSelectors(selector),
      properties: [...head.matchAll(/(?:^|;)\s*([a-z-]+)\s*:/g)].map(([, name = '']) => name),
    });
  }
  return rules;
}

/** The classes of what a selector draws, not of what it stands in: `.k-a .k-b:has(.k-c)` draws `k-b`. */
export function drawnClasses(selector: string): string[] {
  const told = selector.replace(/:(?:has|not|where)\((?:[^()]|\([^()]*\))*\)/g, '');
  const last = told.split(/[\s>+~]+(?![^(]*\))/).at(-1) ?? '';
  return [...last.matchAll(/\.(k-[a-z0-9_-]+)/g)].map(([, name = '']) => name);
}

function splitSelectors(text: string): string[] {
  return text.split(/,(?![^(]*\))/).map((selector) => selector.trim());
}
