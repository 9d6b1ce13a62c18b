import { elementsOf, findElement, textOf, type XmlElement } from '../zip/read-xml.ts';
import { type Area, type EntryRule, isIn, parseArea, type Sheet } from './sheet.ts';

/** An element that is not there. */
export const nothing: XmlElement = { name: '', attributes: {}, children: [] };

/** The elements of a name directly in one. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? elementsOf(element).filter((child) => child.name === name) : [];
}

/** Names of the workbook that stand for one area, by name. */
export function readNames(workbook: XmlElement): Map<string, string> {
  const names = childrenOf(findElement(workbook, 'x:definedNames'), 'x:definedName');
  return new Map(names.map((name) => [name.attributes['name'] ?? '', textOf(name)]));
}

/** What may be entered in the cells of a sheet. @param sheets all of the workbook: options may stand on another one */
export function readEntryRules(
  root: XmlElement,
  own: Sheet,
  sheets: readonly Sheet[],
  names: Map<string, string>,
): EntryRule[] {
  const rules = childrenOf(findElement(root, 'x:dataValidations'), 'x:dataValidation').map((rule) =>
    toRule(rule.attributes['type'], rule.attributes['sqref'], textOf(findElement(rule, 'x:formula1') ?? nothing)),
  );
  // Where its options stand on another sheet, Excel writes a rule as an extension (`x14`), which our names do not know.
  const extended = childrenOf(findElement(root, 'x:extLst'), 'x:ext')
    .flatMap((extension) => childrenOf(extension, '?:dataValidations'))
    .flatMap((group) => childrenOf(group, '?:dataValidation'))
    .map((rule) => {
      const areas = textOf(findElement(rule, '?:sqref') ?? nothing);
      return toRule(rule.attributes['type'], areas, textOf(findElement(rule, '?:formula1') ?? nothing));
    });
  return [...rules, ...extended];

  function toRule(type: string | undefined, at = '', formula: string): EntryRule {
    const areas = at.split(/\s+/).flatMap((reference) => parseArea(reference) ?? []);
    if (type === 'whole' || type === 'decimal') return { areas, kind: 'number' };
    if (type === 'date') return { areas, kind: 'date' };
    if (type !== 'list') return { areas, kind: 'other' };
    const options = readOptions(formula.trim(), own, sheets, names);
    return { areas, kind: 'options', ...(options && { options }) };
  }
}

/** `"○,×"`, `$F$2:$F$5`, `選択肢!$A$1:$A$4`, or a name for one of these; undefined for a formula that has to be computed. */
function readOptions(
  formula: string,
  own: Sheet,
  sheets: readonly Sheet[],
  names: Map<string, string>,
): string[] | undefined {
  const literal = /^"(.*)"$/s.exec(formula)?.[1];
  if (literal !== undefined) return clean(literal.replaceAll('""', '"').split(','));
  const reference = names.get(formula) ?? formula;
  const [, quoted, plain, cells = ''] =
    /^=?(?:'((?:[^']|'')+)'!|([^!']+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/.exec(reference) ?? [];
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = name === undefined ? own : sheets.find((one) => one.name === name);
  const area = parseArea(cells);
  return sheet && area && clean(textsIn(sheet, area));
}

function textsIn({ rows }: Sheet, area: Area): string[] {
  return [...rows]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, cells]) => [...cells].flatMap(([column, { text }]) => (isIn(area, row, column) ? [text] : [])));
}

function clean(options: readonly string[]): string[] {
  return [...new Set(options.map((option) => option.trim()))].filter((option) => option !== '');
}
