import { setImmediate as turn } from 'node:timers/promises'

/**
 * Writes rows portion by portion over one connection without waiting in between: the server stores
 * one portion while the next is being put into words. Answers what each write answered, in order.
 */
export async function inPortions<Row, Answer>(
  rows: readonly Row[],
  size: number,
  write: (portion: readonly Row[]) => Promise<Answer>,
): Promise<Answer[]> {
  const writes: Promise<Answer>[] = []
  for (let start = 0; start < rows.length; start += size) {
    const written = write(rows.slice(start, start + size))
    // It is waited for below; a failure that comes sooner must not count as nobody's.
    written.catch(() => undefined)
    writes.push(written)
    // The driver hands a statement over in the turns that follow.
    if (start + size < rows.length) await turn()
  }
  return Promise.all(writes)
}
