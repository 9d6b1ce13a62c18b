/** Name of a report field, unique on the page. */
export function reportFieldId(fieldId: string): string {
  return `report-${fieldId}`;
}

/** Name of the time beside a duty, unique on the page. */
export function timeFieldId(dutyId: string): string {
  return `time-${dutyId}`;
}
