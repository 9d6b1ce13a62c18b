import { writeOrganization } from '../../core/tailoring/write-organization.ts';

/**
 * The text of organization.yaml with values changed: line by line, or, where its form allows no line, e.g. in a group
 * written as `{ a: b }`, written anew with its comments.
 */
export async function writeOrganizationFile(text: string, changes: ReadonlyMap<string, string>): Promise<string> {
  try {
    return writeOrganization(text, changes);
  } catch {
    const { parseDocument } = await import('yaml');
    const document = parseDocument(text);
    for (const [path, value] of changes) {
      const written = path.startsWith('choices.') ? value || 'unset' : value;
      document.setIn(path.split('.'), path === 'handbooks' ? value.split(',').filter(Boolean) : written);
    }
    return document.toString({ lineWidth: 0 });
  }
}
