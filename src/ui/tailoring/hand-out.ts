import type { TailoringData } from '../../core/tailoring/data.ts';
import { findRowFaults } from '../../core/tailoring/list-rows.ts';
import { fromListValue, listIdOf } from '../../core/tailoring/list-value.ts';
import { writeListFile } from '../../core/tailoring/write-list.ts';
import { load } from '../parts/load.ts';
import { download } from '../parts/parts.ts';
import { writeOrganizationFile } from './write-organization-file.ts';

type Values = ReadonlyMap<string, string>;

/** The path of the first list with a row that the build would refuse. */
export function findFaultyList({ lists = {} }: TailoringData, changes: Values): string | undefined {
  const faulty = [...changes].find(([path, value]) => {
    const list = lists[listIdOf(path) ?? ''];
    return list && findRowFaults(list, fromListValue(value) ?? []).length > 0;
  });
  return faulty?.[0];
}

/**
 * Hands out organization.yaml with the values, and where rows of lists are among them a zip with it and with lists/<id>.yaml,
 * to be unpacked over the content folder.
 * @param changes what goes into organization.yaml; @param all every value that is not the site's
 */
export async function handOut(
  { lists = {} }: TailoringData,
  text: string,
  changes: Values,
  all: Values,
): Promise<void> {
  const own = new Map([...changes].filter(([path]) => listIdOf(path) === undefined));
  const organization = await writeOrganizationFile(text, own);
  const files = [...all].flatMap(([path, value]): [string, string][] => {
    const id = listIdOf(path) ?? '';
    const [list, rows] = [lists[id], fromListValue(value)];
    return list && rows ? [[`lists/${id}.yaml`, writeListFile(id, list, rows)]] : [];
  });
  if (files.length === 0) {
    download('organization.yaml', 'application/yaml', organization);
    return;
  }
  const { strToU8, zipSync } = await load(import('fflate'));
  const packed = [['organization.yaml', organization] as const, ...files].map(([name, content]) => [
    name,
    strToU8(content),
  ]);
  // The same rows make the same file, whatever the clock says: the first day that a zip knows.
  const bytes = zipSync(Object.fromEntries(packed), { mtime: new Date(1980, 0, 2) });
  download('content.zip', 'application/zip', new Uint8Array(bytes));
}
