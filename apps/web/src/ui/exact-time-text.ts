/**
 * A point in time as `2026-11-21 11:05:00` in a zone: the same in both languages, sortable by eye,
 * and never mistaken for another order of day and month.
 */
export function exactTimeText(at: number, timeZone: string): string {
  // Swedish writes dates in the order of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
}
