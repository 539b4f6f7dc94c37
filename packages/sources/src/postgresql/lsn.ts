/** A log sequence number: a byte position in the server's write-ahead log. */
export type Lsn = bigint & { readonly __unit: 'lsn' }

/** Reads PostgreSQL's own spelling, such as `16/B374D848`; null stays null. */
export function parseLsn(text: string): Lsn
export function parseLsn(text: string | null): Lsn | null
export function parseLsn(text: string | null): Lsn | null {
  if (text === null) return null
  const [high = '0', low = '0'] = text.split('/')
  return ((BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)) as Lsn
}

export const formatLsn = (lsn: Lsn): string =>
  `${(lsn >> 32n).toString(16)}/${(lsn & 0xffff_ffffn).toString(16)}`.toUpperCase()

/** The furthest of the positions that are known. */
export function furthest(...positions: readonly (Lsn | null)[]): Lsn | null {
  let best: Lsn | null = null
  for (const lsn of positions) if (lsn !== null && (best === null || lsn > best)) best = lsn
  return best
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** The distance from `from` up to `to` for people: `0 B`, `1.5 MiB`. */
export function distance(from: Lsn, to: Lsn): string {
  let size = Number(to > from ? to - from : 0n)
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`
}
