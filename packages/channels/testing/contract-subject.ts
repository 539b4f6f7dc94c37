import type { ChannelKindName } from '../src/catalog.ts'
import type { ScriptPort } from '../src/io.ts'
import type { StoredSettings } from '../src/send.ts'
import type { Damage, Fate } from './damages.ts'
import type { Misbehaviour } from './fakes/http-fake.ts'

/** A receiver of one kind, as the suite needs it. */
export interface ContractReceiver {
  readonly settings: StoredSettings
  /** What runs its scripts, where it is one. */
  readonly scripts?: ScriptPort
  /** Settings with a wrong secret, and with another port in place of the receiver's. */
  readonly withWrongSecret: StoredSettings
  withPort(port: number): StoredSettings
  /** Strings that must occur in no outcome. */
  readonly secrets: readonly string[]
  /** The readable text of everything that was received. */
  texts(): Promise<readonly string[]>
  behave(
    how: 'well' | 'refuses-in-its-own-words' | 'throttles' | 'cuts-the-answer-off' | 'is-slow',
  ): void
  /** Lets its HTTP server misbehave until it is told to behave again. */
  misbehave?(how: Misbehaviour | undefined): void
  /** Puts a damage in place that is not HTTP's, and returns the settings that meet it. */
  readonly damaged?: Partial<Readonly<Record<Damage, () => StoredSettings>>>
  close(): Promise<void>
}

export interface ContractSubject {
  readonly kind: ChannelKindName
  /** Which form of the kind's messages, where it has several. */
  readonly variant?: string
  /** Mail servers have no answer that names a time; the others have. */
  readonly throttles: boolean
  /** Whether the longest possible message exceeds what the provider takes. */
  readonly shortens: boolean
  /** How an accepted message is told of, where “accepted” would say too much. */
  readonly reasons?: {
    readonly accepted: string
    readonly shortened: string
    /** The same for the end of an alert. */
    readonly ended?: string
  }
  /** The damages strike below the form of messages: another form need not meet them again. */
  readonly isAnotherForm?: boolean
  /** Where a damage ends otherwise than over HTTP in general. */
  readonly fates?: Partial<Readonly<Record<Damage, Fate>>>
  /** It runs beside the worker: it has no address to be refused, nor one that refuses. */
  readonly isLocal?: true
  start(): Promise<ContractReceiver>
}
