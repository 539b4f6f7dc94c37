/** A length of time as a person typed it: whole seconds, or why it cannot be read. */
export type DurationReading =
  | { readonly ok: true; readonly seconds: number }
  | { readonly ok: false; readonly reason: 'empty' | 'unreadable' }

const unitSeconds = { d: 86_400, h: 3_600, m: 60, s: 1 } as const
type Unit = keyof typeof unitSeconds

const unitWords: readonly (readonly [Unit, string])[] = [
  ['d', 'days|day|d|天|日'],
  ['h', 'hours|hour|hrs|hr|h|小时|时'],
  ['m', 'minutes|minute|mins|min|m|分钟|分'],
  ['s', 'seconds|second|secs|sec|s|秒钟|秒'],
]

// Largest unit first, each at most once: "30s1m" is a slip of the finger, not a duration.
const pattern = new RegExp(
  `^${unitWords.map(([unit, words]) => `(?:(?<${unit}>\\d+)\\s*(?:${words})\\s*)?`).join('')}$`,
)

/** Reads `90`, `90s`, `1m30s`, `1 min 30 s`, `2h`, `5分钟`; a bare number counts seconds. */
export function parseDurationText(text: string): DurationReading {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  if (typed === '') return { ok: false, reason: 'empty' }
  if (/^\d{1,12}$/.test(typed)) return { ok: true, seconds: Number(typed) }
  const parts = pattern.exec(typed)?.groups
  if (parts === undefined) return { ok: false, reason: 'unreadable' }
  let total = 0
  for (const [unit] of unitWords) total += Number(parts[unit] ?? 0) * unitSeconds[unit]
  return Number.isSafeInteger(total)
    ? { ok: true, seconds: total }
    : { ok: false, reason: 'unreadable' }
}

/** Writes whole seconds the way they are typed: `1m30s`, `2h`, `0s`. Parsing it gives them back. */
export function formatDurationText(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds))
  let text = ''
  for (const [unit] of unitWords) {
    const count = Math.floor(rest / unitSeconds[unit])
    if (count > 0) text += `${count}${unit}`
    rest -= count * unitSeconds[unit]
  }
  return text === '' ? '0s' : text
}
