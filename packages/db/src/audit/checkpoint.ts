import { createHash } from 'node:crypto'
import { canonicalJson } from '../client/canonical-json.ts'
import type { Sealer } from '../client/secrets.ts'
import type { auditCheckpoint } from '../schema/index.ts'

export type CheckpointRow = typeof auditCheckpoint.$inferSelect
export type NewCheckpoint = Omit<CheckpointRow, 'sealKey' | 'seal'>

/** How far a lane has come: the seal there, null before its first entry. */
export interface LaneEnd {
  readonly position: number
  readonly eventSeal: string | null
}

/** Of the seals that all lanes end with, in their order. */
export const digestOf = (ends: readonly LaneEnd[]): string =>
  createHash('sha256')
    .update(canonicalJson(ends.map(({ position, eventSeal }) => [position, eventSeal])))
    .digest('base64url')

const contentOfCheckpoint = (row: NewCheckpoint, previousSeal: string | null): string => {
  const { number, at, startsAfter, prunedThrough, droppedThrough, positions, digest, bases } = row
  return canonicalJson({
    previousSeal,
    ...{ number, at, startsAfter, prunedThrough, droppedThrough, positions, digest, bases },
  })
}

export function signCheckpoint(
  { chain }: Sealer,
  row: NewCheckpoint,
  previous: CheckpointRow,
): CheckpointRow & { readonly seal: string } {
  const { key, code } = chain.sign(contentOfCheckpoint(row, previous.seal))
  return { ...row, sealKey: key, seal: code }
}

export function judgeCheckpoint(
  { chain }: Sealer,
  { sealKey, seal, ...row }: CheckpointRow,
  previous: CheckpointRow,
): 'right' | 'wrong' | 'unknown_key' {
  if (sealKey === null || seal === null) return 'wrong'
  return chain.judge(contentOfCheckpoint(row, previous.seal), { key: sealKey, code: seal })
}
