import type { Library } from '../regulation/library.ts';

/** A role whose name stands in organization.yaml. */
export interface OwnRole {
  id: string;
  /** As it stands there; it may hold a choice. */
  name: string;
  meaning: string;
}

/** The roles that organization.yaml names, of the company's own documents in force. */
export function listOwnRoles({
  organization,
  roles,
  ours,
}: Pick<Library, 'organization' | 'roles' | 'ours'>): OwnRole[] {
  return Object.entries(organization.roles).flatMap(([id, name]) => {
    const role = ours.map((handbook) => roles[handbook]?.[id]).find((one) => one && one.name === undefined);
    return role ? [{ id, name, meaning: role.meaning ?? id }] : [];
  });
}
