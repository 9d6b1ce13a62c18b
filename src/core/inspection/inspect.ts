import type { Wording } from '../tailoring/wording.ts';
import { findBlanks } from './find-blanks.ts';
import { findProducts } from './find-products.ts';
import { findReferences } from './find-references.ts';
import { findRoleNames } from './find-role-names.ts';
import { findUndefined } from './find-undefined.ts';
import { findUnlisted } from './find-unlisted.ts';
import { findVariants } from './find-variants.ts';
import { type Finding, findingKinds } from './finding.ts';
import type { InspectionInput } from './input.ts';
import { showPassages } from './shown.ts';

/**
 * 規程の点検: what an editor should mend or ask about, under a wording of the company, in order of kind and page. The
 * build runs it on the site's own wording, the page of open items on one that somebody tries.
 */
export function inspect(input: InspectionInput, wording: Wording): Finding[] {
  const inspected = showPassages(input, wording);
  const findings = [
    findReferences,
    findUndefined,
    findVariants,
    findProducts,
    findRoleNames,
    findUnlisted,
    findBlanks,
  ].flatMap((find) => find(inspected));
  const order = (finding: Finding) => findingKinds.indexOf(finding.kind);
  return findings.sort((a, b) => order(a) - order(b));
}

/** What a tried wording brings and takes away; what is left stood before as well. */
export interface InspectionChange {
  arisen: Finding[];
  gone: Finding[];
  left: Finding[];
}

export function compareFindings(before: readonly Finding[], after: readonly Finding[]): InspectionChange {
  const keysOf = (findings: readonly Finding[]) => new Set(findings.map(({ key }) => key));
  const [old, tried] = [keysOf(before), keysOf(after)];
  return {
    arisen: after.filter(({ key }) => !old.has(key)),
    gone: before.filter(({ key }) => !tried.has(key)),
    left: after.filter(({ key }) => old.has(key)),
  };
}
