import type { NetworkFailure, NetworkReason } from '../io.ts'
import { ForbiddenAddressError, type RefusalReason } from './refusal.ts'

const reasonsByCode: Readonly<Record<string, NetworkReason>> = {
  ECONNREFUSED: 'connect-refused',
  ENOTFOUND: 'dns-failed',
  EAI_AGAIN: 'dns-failed',
  EAI_FAIL: 'dns-failed',
  EAI_NODATA: 'dns-failed',
  EAI_NONAME: 'dns-failed',
  ENETUNREACH: 'network-unreachable',
  EHOSTUNREACH: 'network-unreachable',
  EADDRNOTAVAIL: 'network-unreachable',
  ETIMEDOUT: 'connect-timeout',
  ETLS: 'tls-failed',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'answer-timeout',
  UND_ERR_BODY_TIMEOUT: 'answer-timeout',
}

const forbidden = {
  private: 'forbidden-address',
  never: 'address-never-open',
  'own-port': 'own-address',
} as const satisfies Record<RefusalReason, NetworkReason>

const untrusted =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*|CERT_.*|ERR_TLS_CERT_ALTNAME_INVALID)$/

/** An error, its causes, and what is bundled in it when several addresses were tried. */
export function* causesOf(
  error: unknown,
): Generator<Error & { code?: unknown; originalCode?: unknown }> {
  if (!(error instanceof Error)) return
  yield error
  if (error instanceof AggregateError) for (const inner of error.errors) yield* causesOf(inner)
  yield* causesOf(error.cause)
}

function reasonOf(code: string): NetworkReason | null {
  if (untrusted.test(code)) return 'tls-untrusted'
  if (/^(ERR_SSL|ERR_TLS|EPROTO)/.test(code)) return 'tls-failed'
  return reasonsByCode[code] ?? null
}

function codeIn(message: string): string | undefined {
  const code = /\b(ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT)\b/.exec(message)?.[1]
  return code ?? (/Proxy connection timed out/.test(message) ? 'ETIMEDOUT' : undefined)
}

/** Proxies answer so while the receiver is down or its name does not resolve; 501 is a proxy without tunnels. */
const passes = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501)

/** Finds the reason in an error of undici, Node or nodemailer, wherever in its causes it stands. */
export function failureOf(error: unknown, left: boolean): NetworkFailure {
  const message = error instanceof Error ? error.message : String(error)
  for (const cause of causesOf(error)) {
    if (cause instanceof ForbiddenAddressError) {
      const reason = forbidden[cause.refusal.why]
      return { kind: 'failed', reason, left: false, message: cause.message }
    }
    const tunnel = /Proxy response \((\d+)\)/.exec(cause.message)?.[1]
    // What should be 407 is 401 with some proxies.
    if (
      tunnel === '407' ||
      tunnel === '401' ||
      /Proxy Authentication Required|Socks5 Authentication failed/i.test(cause.message)
    ) {
      return { kind: 'failed', reason: 'proxy-sign-in', left: false, message: cause.message }
    }
    if (tunnel !== undefined) {
      const reason = passes(Number(tunnel)) ? 'proxy-cannot-reach' : 'proxy-refused-tunnel'
      return { kind: 'failed', reason, left: false, message: cause.message }
    }
    // nodemailer replaces the system's code and keeps the original; SOCKS leaves it in the text only.
    const codes = [cause.originalCode, cause.code, codeIn(cause.message)].filter(
      (code) => typeof code === 'string',
    )
    const reason = codes.map(reasonOf).find((found) => found !== null) ?? null
    if (reason !== null) return { kind: 'failed', reason, left, message: cause.message || message }
  }
  return { kind: 'failed', reason: 'connection-lost', left, message }
}

/**
 * What befell a request that never left, where it was to go through a proxy: one that cannot be reached
 * is told apart from a destination that cannot, and a silent one gives no connection.
 */
export function viaProxy(failure: NetworkFailure): NetworkFailure {
  switch (failure.reason) {
    case 'connect-refused':
    case 'connect-timeout':
    case 'network-unreachable':
    case 'dns-failed':
      return { ...failure, reason: 'proxy-unreachable' }
    case 'answer-timeout':
      return { ...failure, reason: 'proxy-cannot-reach' }
    default:
      return failure
  }
}
