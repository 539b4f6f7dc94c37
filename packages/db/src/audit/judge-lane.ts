import type { SignatureVerdict } from '../client/chain-keys.ts'
import type { Sealer } from '../client/secrets.ts'
import type { auditLane } from '../schema/index.ts'
import { contentOfLane } from './content.ts'

export type LaneRow = typeof auditLane.$inferSelect

/** Whether the product itself has put the lane's end there; a lane without entries is not signed. */
export function judgeLane(
  { chain }: Sealer,
  { lane, position, eventSeal, sealKey, seal }: LaneRow,
): SignatureVerdict {
  if (position === 0 && eventSeal === null) return 'right'
  if (eventSeal === null || sealKey === null || seal === null) return 'wrong'
  const content = contentOfLane({ lane, position, eventSeal })
  return chain.judge(content, { key: sealKey, code: seal })
}
