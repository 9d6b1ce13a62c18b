/** Days after which a backup is old. */
const mostDays = 30;

/** Whether a new backup is due: there is something to lose that no backup has, or the last one is old. */
export type BackupDue = 'none' | 'never' | 'changed' | 'old';

/**
 * What to say of the backup of a list.
 * @param state times in ISO 8601, '' for never; @param now in milliseconds
 */
export function judgeBackup(
  { count, changedAt, backupAt }: { count: number; changedAt: string; backupAt: string },
  now: number,
): BackupDue {
  if (count === 0) return 'none';
  if (backupAt === '') return 'never';
  if (changedAt > backupAt) return 'changed';
  return now - Date.parse(backupAt) > mostDays * 86_400_000 ? 'old' : 'none';
}
