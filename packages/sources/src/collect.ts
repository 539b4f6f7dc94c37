/** How sources are read. Node only. */
import { redact } from '@highwater/channels/catalog'
import { AppError, parseInput } from '@highwater/core'
import type { SourceKindName } from './catalog.ts'
import type { CollectIo, CollectResult, CollectTarget } from './collector.ts'
import { collectPostgresql } from './postgresql/collect.ts'
import { postgresql } from './postgresql/kind.ts'
import { stringsIn } from './strings-in.ts'

const longestMessage = 500

function collectKind(kind: SourceKindName, target: CollectTarget, io: CollectIo) {
  switch (kind) {
    case 'postgresql':
      return collectPostgresql(
        {
          config: parseInput(postgresql.config, target.config),
          secrets: parseInput(postgresql.secrets, target.secrets),
          memory: target.memory,
        },
        io,
      )
  }
}

function explain(error: unknown): CollectResult {
  const message = error instanceof Error ? error.message : String(error)
  const wrongSettings = error instanceof AppError && error.code === 'invalid_input'
  return { ok: false, reason: wrongSettings ? 'invalid-settings' : 'unexpected', message }
}

/** Reads a source once. Never throws; nothing in the answer repeats a secret of the source. */
export async function collect(
  kind: SourceKindName,
  target: CollectTarget,
  io: CollectIo,
): Promise<CollectResult> {
  const result = await collectKindSafely(kind, target, io)
  if (result.ok) return result
  const shown = redact(result.message, stringsIn(target.secrets))
  return { ...result, message: shown.slice(0, longestMessage) }
}

async function collectKindSafely(kind: SourceKindName, target: CollectTarget, io: CollectIo) {
  try {
    return await collectKind(kind, target, io)
  } catch (error) {
    return explain(error)
  }
}

export type {
  CollectedProject,
  CollectedSignal,
  CollectIo,
  CollectResult,
  CollectTarget,
} from './collector.ts'
export { toSignalInput } from './to-signal-input.ts'
export { vanishedSignal } from './vanished.ts'
