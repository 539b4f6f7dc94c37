/** Settings as they would be stored: what a form takes away is not there. */
export const withoutNulls = (
  settings: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null))
