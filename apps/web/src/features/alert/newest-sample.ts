import type { Sparkline } from '@highwater/db/queries'

/** The newest known latency of a sparkline; null when it has none. */
export function newestOf(
  sparkline: Pick<Sparkline, 'samples'> | undefined,
): { readonly at: number; readonly seconds: number } | null {
  const newest = sparkline?.samples.findLast(({ seconds }) => seconds !== null)
  return newest === undefined || newest.seconds === null
    ? null
    : { at: newest.at, seconds: newest.seconds }
}
