import { minutes } from '@highwater/core'
import { type CodeRow, rejected, throttledFor } from '../outcome/code-table.ts'

/** What the status of an answer means here; every other status means what it means everywhere. */
export const rows: readonly CodeRow[] = [
  { codes: [401, 403], verdict: rejected('credentials', 'flow-refused') },
  { codes: [404, 410], verdict: rejected('settings', 'flow-missing') },
  { codes: [400], verdict: rejected('content', 'malformed-request') },
  { codes: [413], verdict: rejected('content', 'too-long') },
  { codes: [429], verdict: throttledFor(minutes(1)) },
]

/** A connector of the old kind told of failures in the words of an answer with status 200. */
export function hiddenStatus(text: string): number | null {
  const found = /\bHTTP error (\d{3})\b/i.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}
