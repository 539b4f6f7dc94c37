import { ForbiddenAddressError } from '@highwater/channels/network'
import type { CollectResult } from '../collector.ts'
import type { CollectFailure } from '../failure.ts'

/** A refusal of ours, with the sentence that tells the operator what to do. */
export class CollectError extends Error {
  override readonly name = 'CollectError'
  readonly reason: CollectFailure

  constructor(reason: CollectFailure, message: string) {
    super(message)
    this.reason = reason
  }
}

/** Codes of Node, of the driver, and SQLSTATEs of the server (PostgreSQL docs, appendix A). */
const reasons: Readonly<Record<string, CollectFailure>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'connect-timeout',
  CONNECT_TIMEOUT: 'connect-timeout',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  CONNECTION_CLOSED: 'connection-lost',
  CONNECTION_DESTROYED: 'connection-lost',
  CONNECTION_ENDED: 'connection-lost',
  '28000': 'credentials',
  '28P01': 'credentials',
  SASL_SIGNATURE_MISMATCH: 'credentials',
  AUTH_TYPE_NOT_IMPLEMENTED: 'credentials',
  '3D000': 'database-not-found',
  '42501': 'permission',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '57014': 'timeout',
  '55P03': 'timeout',
}

/** A server without TLS hangs up on the greeting, which Node reports as a reset with these words. */
const hungUpOnTls = /secure TLS connection/

const tlsCode = /^(ERR_SSL|ERR_TLS|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/

function reasonOf(error: Error): CollectFailure {
  if (error instanceof CollectError) return error.reason
  if (error instanceof ForbiddenAddressError) return 'forbidden-address'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (tlsCode.test(code) || hungUpOnTls.test(error.message)) return 'tls'
  return reasons[code] ?? 'unexpected'
}

/** Turns whatever stopped a collection into the answer; the caller redacts it. */
export function explainFailure(error: unknown): Extract<CollectResult, { ok: false }> {
  if (!(error instanceof Error)) return { ok: false, reason: 'unexpected', message: String(error) }
  return { ok: false, reason: reasonOf(error), message: error.message || error.name }
}
