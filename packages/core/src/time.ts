/** A point in time: milliseconds since 1970-01-01T00:00:00Z, as read from the database's clock. */
export type Instant = number & { readonly __unit: 'epoch-ms' }

/** A length of time in milliseconds. */
export type Millis = number & { readonly __unit: 'ms' }

export const instant = (epochMs: number): Instant => epochMs as Instant
export const millis = (ms: number): Millis => ms as Millis
export const seconds = (value: number): Millis => (value * 1_000) as Millis
export const minutes = (value: number): Millis => (value * 60_000) as Millis
export const hours = (value: number): Millis => (value * 3_600_000) as Millis

export const plus = (at: Instant, length: Millis): Instant => (at + length) as Instant
export const minus = (at: Instant, length: Millis): Instant => (at - length) as Instant

/** How long from `from` until `to`; negative when `to` lies before `from`. */
export const between = (from: Instant, to: Instant): Millis => (to - from) as Millis

/** Whether a time lies in the years 1 to 9999: what ISO 8601 writes in four digits and databases keep. */
export const isStorableTime = (epochMs: number): boolean =>
  epochMs >= -62_135_596_800_000 && epochMs < 253_402_300_800_000

export const toIso = (at: Instant): string => new Date(at).toISOString()
export const toSeconds = (length: Millis): number => length / 1_000

/** The earliest of the given instants; null stands for "never". */
export function earliest(...candidates: readonly (Instant | null)[]): Instant | null {
  let best: Instant | null = null
  for (const candidate of candidates) {
    if (candidate !== null && (best === null || candidate < best)) best = candidate
  }
  return best
}

/** The latest of the given instants. */
export const latest = (...candidates: readonly [Instant, ...Instant[]]): Instant =>
  Math.max(...candidates) as Instant
