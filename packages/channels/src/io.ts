import type { Instant, Millis } from '@highwater/core'
import type { SendOutcome, TraceStepName } from '@highwater/core/delivery'
import type { ChannelSettings, RenderedPayload } from './kind.ts'
import type { MemoryPort } from './memory.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** A normalised proxy address, which may hold credentials. */
  readonly proxy?: string | undefined
  readonly signal: AbortSignal
  /** Certificates in PEM form to trust instead of the system's. */
  readonly ca?: string | undefined
  /** From the first byte sent until the last one read; 10 seconds unless told. */
  readonly timeout?: Millis
}

/** Why a message did not get through, as far as the network is concerned. */
export type NetworkReason =
  | 'connect-refused'
  | 'connect-timeout'
  /** All that may be open to the receiver were busy with other messages. */
  | 'no-free-connection'
  | 'network-unreachable'
  | 'dns-failed'
  | 'tls-untrusted'
  | 'tls-failed'
  | 'forbidden-address'
  | 'address-never-open'
  | 'own-address'
  | 'proxy-unreachable'
  | 'proxy-refused-tunnel'
  /** The proxy answers, but gives no connection to the receiver. */
  | 'proxy-cannot-reach'
  | 'proxy-sign-in'
  | 'answer-timeout'
  | 'connection-lost'
  | 'stopped'

export interface NetworkFailure {
  readonly kind: 'failed'
  readonly reason: NetworkReason
  /** The message had begun to leave, so the receiver may have it. */
  readonly left: boolean
  /** In the words of the system; may hold addresses, to be redacted by whoever shows it. */
  readonly message: string
}

export interface HttpAnswer {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** At most 64 KiB; what lies beyond is not read. */
  readonly text: string
}

/** Sends one request; follows no redirect and never throws. */
export interface HttpPort {
  request(request: HttpRequest): Promise<HttpAnswer | NetworkFailure>
}

export interface MailCredentials {
  readonly user: string
  /** An access token where the method is `xoauth2`. */
  readonly password: string
  /** `auto` takes the first of PLAIN, LOGIN and CRAM-MD5 that the server offers. */
  readonly method: 'auto' | 'plain' | 'login' | 'cram-md5' | 'xoauth2'
}

export interface MailRequest {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  /** CA certificates in PEM form, or the SHA-256 fingerprint of the server's certificate. */
  readonly trust?: string | undefined
  readonly credentials: MailCredentials | null
  readonly proxy?: string | undefined
  readonly from: string
  readonly recipients: readonly string[]
  /** The whole message in its RFC 5322 form. */
  readonly message: Uint8Array
  readonly signal: AbortSignal
  readonly timeout?: Millis
}

export interface MailRefusal {
  readonly recipient: string
  readonly code: number | null
  readonly text: string
}

/** The server's last word on a message, or what it refused at which step. */
export type MailResult =
  | { readonly kind: 'accepted'; readonly text: string; readonly refused: readonly MailRefusal[] }
  | {
      readonly kind: 'refused'
      readonly step: 'greeting' | 'encryption' | 'sign-in' | 'sender' | 'recipients' | 'message'
      readonly code: number | null
      readonly text: string
      readonly refused: readonly MailRefusal[]
    }
  | NetworkFailure

/** Hands one message to an SMTP server; never throws. */
export interface MailPort {
  send(request: MailRequest): Promise<MailResult>
}

/** Hears what an attempt passes, as it happens. */
export interface AttemptWatch {
  /** @param found such as an address or a protocol; never a secret */
  reached(step: TraceStepName, found: string | null): void
  /** The time by the receiver's clock, as its Date header says it. */
  toldTime(date: string): void
}

export interface ScriptRequest {
  /** The bare name of a file in the operator's folder. */
  readonly file: string
  readonly arguments: readonly string[]
  /** All that the script gets to see beside a search path and a language; nothing of our own. */
  readonly environment: Readonly<Record<string, string>>
  readonly input: string
  readonly timeout: Millis
  readonly signal: AbortSignal
}

/** Why a script was not started. */
export type ScriptRefusal =
  | 'script-folder-missing'
  | 'script-missing'
  | 'script-outside'
  | 'script-not-executable'
  | 'script-unstartable'

export type ScriptResult =
  | { readonly kind: 'refused'; readonly reason: ScriptRefusal; readonly message: string }
  | {
      readonly kind: 'ended'
      /** Null: a signal ended it. */
      readonly exitCode: number | null
      /** What it wrote, at most 64 KiB of each. */
      readonly output: string
      readonly errors: string
    }
  /** It and all that it had started were killed. */
  | { readonly kind: 'killed'; readonly because: 'overran' | 'stopped'; readonly errors: string }

/** Runs one script of the operator's folder; never throws. */
export interface ScriptPort {
  run(request: ScriptRequest): Promise<ScriptResult>
}

export interface ChannelIo {
  readonly http: HttpPort
  readonly mail: MailPort
  /** Absent where the operator has named no folder of scripts. */
  readonly scripts?: ScriptPort | undefined
  /** Absent: a sender remembers for this process alone. */
  readonly memory?: MemoryPort | undefined
  now(): Instant
  readonly signal: AbortSignal
  readonly watch?: AttemptWatch | undefined
  /** The same for every attempt of one delivery: the provider's key for telling repeats. */
  readonly deliveryId: string
  /** The same for all messages of one alert: what a mail client threads by. */
  readonly incidentId: string
}

/** Where a message goes: the channel's settings, and the cluster that they name, if they do. */
export interface ChannelTarget<Config, Secrets> extends ChannelSettings<Config, Secrets> {
  readonly cluster?: ChannelSettings<unknown, unknown> | undefined
}

/** Sends what `render` made. It returns an outcome; a throw is a defect of ours. */
export interface ChannelSender<Config, Secrets, Payload extends RenderedPayload> {
  send(
    payload: Payload,
    target: ChannelTarget<Config, Secrets>,
    io: ChannelIo,
  ): Promise<SendOutcome>
}
