import type { InspectedPassage, InspectionInput } from '../inspection/input.ts';
import type { Wording } from './wording.ts';

/** tailoring/passages.json: a wording as JSON, with the passages it fills and the file it comes from. */
export interface TailoringData extends Pick<Wording, 'roles' | 'blanks' | 'choices' | 'lists'> {
  format: 'kitei-passages/3';
  /** Text of organization.yaml. */
  organization: string;
  passages: InspectedPassage[];
  /** What an inspection of the regulations needs besides the passages. */
  inspection: Omit<InspectionInput, 'passages'>;
  /** Set values by path. */
  values: [string, string][];
}

/** The wording of the data. */
export function toWording({ roles, blanks, choices, lists = {}, values }: TailoringData): Wording {
  return { roles, blanks, choices, lists, values: new Map(values) };
}

/** A hand-written check, because zod stays out of page scripts: the file is the site's own, only its version may differ. */
export function isTailoringData(value: unknown): value is TailoringData {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'kitei-passages/3';
}
