import type { Particulars } from '@highwater/core/alert'
import { byteLength } from './bytes.ts'
import { nameOf } from './name-of.ts'

/** The first of the names, as many as may be told with so many bytes for all of them together. */
function within(names: readonly string[], dataBytes: number): string[] {
  let left = dataBytes
  const kept: string[] = []
  for (const name of names) {
    const shown = nameOf(name, dataBytes)
    left -= byteLength(shown)
    if (shown === '' || left < 0) break
    kept.push(shown)
  }
  return kept
}

/** What an alert has to say beside a length of time, with the names in it cut like any other data. */
export function clipParticulars(
  particulars: Particulars | null,
  dataBytes: number,
): Particulars | null {
  switch (particulars?.type) {
    case 'withheld':
      return { ...particulars, named: within(particulars.named, dataBytes) }
    case 'taken_over': {
      const by = within(particulars.by, dataBytes)
      if (by.length === 0) return null
      return { ...particulars, by: by.length < particulars.by.length ? [...by, '…'] : by }
    }
    case 'host_figures':
    case 'gap':
    case undefined:
      return particulars
  }
}
