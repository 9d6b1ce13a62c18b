import type { DecisionEntry, Library } from '../regulation/library.ts';
import { decisionGroups, otherDecisions, urgentDecisions } from './groups.ts';

/** Some decisions under one heading. */
export interface DecisionGroupEntry {
  id: string;
  title: string;
  decisions: DecisionEntry[];
}

/** Those for the bad day first, then by what somebody is about to do, then those whose file says nothing of it. */
export function arrangeDecisions({ decisions }: Pick<Library, 'decisions'>): DecisionGroupEntry[] {
  const names = [['urgent', urgentDecisions], ...Object.entries(decisionGroups), ['other', otherDecisions]] as const;
  return names
    .map(([id, title]) => ({ id, title, decisions: decisions.filter((decision) => groupOf(decision) === id) }))
    .filter(({ decisions }) => decisions.length > 0);
}

function groupOf({ isUrgent, group }: DecisionEntry): string {
  return isUrgent ? 'urgent' : (group ?? 'other');
}
