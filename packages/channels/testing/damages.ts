import type { OutcomeKind, RejectionFault } from '@highwater/core/delivery'
import type { StoredSettings } from '../src/send.ts'
import type { Misbehaviour } from './fakes/http-fake.ts'

/** What goes wrong between us and any receiver; the cut counts once, before and after the body. */
export const damages = [
  'cut-before-body',
  'cut-after-body',
  'garbage',
  'web-page',
  'server-error',
  'slow',
  'wrong-certificate',
  'unknown-name',
  'throttling',
  'wrong-secret',
  'oversize',
] as const
export type Damage = (typeof damages)[number]

/** What has to become of the message; what is left out is the provider's own affair. */
export interface Fate {
  readonly kind: OutcomeKind
  readonly reason?: string
  readonly fault?: RejectionFault
}

/** The fate over HTTP, of which a kind may name its exceptions. */
export const httpFates: Readonly<Record<Damage, Fate>> = {
  'cut-before-body': { kind: 'unknown', reason: 'connection-lost' },
  'cut-after-body': { kind: 'unknown', reason: 'connection-lost' },
  garbage: { kind: 'unknown', reason: 'unreadable-answer' },
  'web-page': { kind: 'unknown', reason: 'unreadable-answer' },
  'server-error': { kind: 'transient', reason: 'server-error' },
  slow: { kind: 'unknown', reason: 'answer-timeout' },
  'wrong-certificate': { kind: 'transient', reason: 'tls-untrusted' },
  'unknown-name': { kind: 'transient', reason: 'dns-failed' },
  throttling: { kind: 'throttled' },
  'wrong-secret': { kind: 'rejected', fault: 'credentials' },
  oversize: { kind: 'rejected', fault: 'content', reason: 'too-long' },
}

/** Longer than what is read of an answer, and no text at all. */
const garbage = '\u0000\u0001}{\u007F'.repeat(40_000)

/** What a fake HTTP server does for those damages that the server itself inflicts. */
export const httpMisbehaviours: Partial<Record<Damage, Misbehaviour>> = {
  'cut-before-body': { dropBeforeBody: true },
  'cut-after-body': { dropAfterAccept: true },
  garbage: { status: 200, body: garbage },
  'web-page': {
    status: 200,
    body: '<!doctype html><title>Sign in to the network</title>',
    headers: { 'content-type': 'text/html' },
  },
  'server-error': { status: 500, body: 'Internal Server Error' },
  slow: { latencyMs: 1_000 },
  oversize: { status: 413, body: 'Payload Too Large' },
}

/** Any port: it only marks the place in the settings where the receiver's address stands. */
const placeholder = 49_151

/** The settings of an HTTP receiver, with another address in place of its own. */
export function movedTo(withPort: (port: number) => StoredSettings, origin: string) {
  const moved = JSON.stringify(withPort(placeholder)).replaceAll(
    `http://127.0.0.1:${placeholder}`,
    origin,
  )
  return JSON.parse(moved) as StoredSettings
}
