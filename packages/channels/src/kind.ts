import type { InputFault, Localized, Millis } from '@highwater/core'
import type { AddressedMessage } from '@highwater/core/notify'
import type { ContactName } from '@highwater/core/person'
import type { z } from 'zod'
import type { ReasonText } from './outcome/reason-text.ts'

export type FieldInput =
  | 'text'
  | 'password'
  | 'number'
  | 'select'
  | 'list'
  | 'switch'
  | 'textarea'
  | 'url'
  | 'keyvalue'
  /** One of the associated clusters, by its id. */
  | 'cluster'

export interface FieldOption {
  readonly value: string
  readonly label: Localized
}

/** One input of a channel's form. `path` is `config.keyword` or `secrets.webhook`. */
export interface FieldSpec {
  readonly path: `config.${string}` | `secrets.${string}`
  readonly label: Localized
  readonly help: Localized
  readonly input: FieldInput
  readonly options?: readonly FieldOption[]
  readonly required: boolean
  /** The field is drawn only while the field at `path` has one of these values. */
  readonly showWhen?: { readonly path: string; readonly oneOf: readonly string[] }
  /** It is a template: what may stand in it is explained under it. */
  readonly takesVariables?: true
}

/** What a list of channels draws beside a name; vendors' logos are theirs. */
export type ChannelSign = 'robot' | 'person' | 'mail' | 'endpoint'

export type Mention = 'mobile' | 'user-id' | 'everybody'

export interface ChannelCapabilities {
  readonly formats: readonly string[]
  readonly mentions: readonly Mention[]
  /**
   * By which contacts it calls the people whom a message mentions, best first; left out where their
   * names stand in the text alone. The suite proves both.
   */
  readonly callsBy?: readonly ContactName[]
  /** People may have a robot of this kind of their own. */
  readonly ownRobot?: boolean
  /** A later message of the same alert joins the earlier ones in one thread. */
  readonly threads: boolean
  /**
   * It keeps incidents of its own, so that a digest tells it of every alert, however many: an incident
   * whose end is left out stays open there.
   */
  readonly keepsIncidents?: true
  /** The provider recognises a repeated delivery by its id, so an unknown outcome may be retried. */
  readonly repeatsSafely: boolean
}

/** At most `count` messages in any `per`; whoever exceeds it is refused for `penalty`. */
export interface RateLimit {
  readonly count: number
  readonly per: Millis
  readonly penalty?: Millis
}

export interface ChannelLimits<Config = unknown> {
  /** Messages that may be under way at once; left out where the receiver does not mind many. */
  readonly atOnce?: number
  /** UTF-8 bytes of one rendered message. */
  readonly maxBytes: number
  readonly rate: readonly RateLimit[]
  /** The same for a channel whose messages cost the robot more than one each. */
  rateWith?(config: Config): readonly RateLimit[]
}

export type SizeUnit = 'bytes' | 'characters'

/** What a kind's `render` makes; each kind adds the parts that its sender needs. */
export interface RenderedPayload {
  readonly bytes: number
  /** The message did not fit the provider's limit and was cut at a character boundary. */
  readonly shortened: boolean
  /** What the provider counts, where that is not the bytes of the whole against the limit of its kind. */
  readonly measure?: { readonly used: number; readonly limit: number; readonly unit: SizeUnit }
  readonly preview: {
    readonly title: string
    readonly body: string
    readonly format: 'text' | 'markdown' | 'html' | 'json'
  }
}

export interface ChannelSettings<Config, Secrets> {
  readonly config: Config
  readonly secrets: Secrets
}

/** Everything about a kind of channel that is pure: safe for a browser. */
export interface ChannelKind<
  Config extends z.ZodType = z.ZodType,
  Secrets extends z.ZodType = z.ZodType,
  Payload extends RenderedPayload = RenderedPayload,
  Name extends string = string,
  Reasons extends Readonly<Record<string, ReasonText>> = Readonly<Record<string, ReasonText>>,
> {
  readonly kind: Name
  /** Where it stands among the kinds when people choose one: the lowest comes first. */
  readonly place: number
  readonly sign: ChannelSign
  readonly label: Localized
  readonly summary: Localized
  readonly config: Config
  readonly secrets: Secrets
  readonly fields: readonly FieldSpec[]
  /** Made-up settings with which a message can be shown before there is a channel; none are needed by some. */
  readonly example?: Readonly<Record<string, unknown>>
  readonly capabilities: ChannelCapabilities
  readonly limits: ChannelLimits<z.output<Config>>
  /** The environment variable without which workers cannot send through it. */
  readonly operatorVariable?: string
  /** It sends through an associated cluster, which holds the address and the credentials. */
  readonly throughCluster?: true
  /** What can become of its messages beside what every kind knows. */
  readonly reasons: Reasons
  /** Chinese for the faults that its own rules tell in English. */
  readonly chineseFaults: Readonly<Record<string, string>>
  /** Rules that need config and secrets together. Methods, so that kinds fit one list. */
  check(settings: ChannelSettings<z.output<Config>, z.output<Secrets>>): readonly InputFault[]
  /** Names the robot: channels with equal names share its rate limit. */
  robotOf(settings: ChannelSettings<z.output<Config>, z.output<Secrets>>): unknown
  /**
   * The same settings with this address as the only recipient. A kind that has it carries the mail to
   * people at their own addresses.
   */
  readdress?(config: z.output<Config>, address: string): z.output<Config>
  /** The same input gives the same bytes, whenever and wherever it is rendered. */
  render(addressed: AddressedMessage, config: z.output<Config>): Payload
}

/** Keeps a kind's own name and reasons in its type, from which the catalog reads what there is. */
export const defineKind = <
  const Name extends string,
  Config extends z.ZodType,
  Secrets extends z.ZodType,
  Payload extends RenderedPayload,
  Reasons extends Readonly<Record<string, ReasonText>>,
>(
  kind: ChannelKind<Config, Secrets, Payload, Name, Reasons>,
) => kind
