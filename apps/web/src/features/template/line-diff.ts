export interface DiffLine {
  readonly change: 'same' | 'removed' | 'added'
  readonly line: string
  /** Its place among the lines. */
  readonly at: number
}

/** How many lines the ends of both texts share in order, from each pair of lines on. */
function sharedFrom(before: readonly string[], after: readonly string[]): number[][] {
  const shared = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  )
  const at = (i: number, j: number) => shared[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = shared[i]
      if (row === undefined) continue
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return shared
}

/** The lines of two texts in order, each kept, removed or added. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before === '' ? [] : before.split('\n')
  const next = after === '' ? [] : after.split('\n')
  const shared = sharedFrom(old, next)
  const lines: DiffLine[] = []
  let i = 0
  let j = 0
  const push = (change: DiffLine['change'], line: string) =>
    lines.push({ change, line, at: lines.length })
  while (i < old.length || j < next.length) {
    const [removed, added] = [old[i], next[j]]
    if (removed !== undefined && removed === added) {
      push('same', removed)
      i += 1
      j += 1
    } else if (
      removed !== undefined &&
      (added === undefined || (shared[i + 1]?.[j] ?? 0) >= (shared[i]?.[j + 1] ?? 0))
    ) {
      push('removed', removed)
      i += 1
    } else if (added !== undefined) {
      push('added', added)
      j += 1
    }
  }
  return lines
}
