import type { Instant } from '../time.ts'

/** Whose mistake a final refusal is; it decides what the screen tells the reader to mend. */
export const rejectionFaults = [
  'credentials',
  'settings',
  'content',
  'recipient',
  'forbidden-address',
] as const
export type RejectionFault = (typeof rejectionFaults)[number]

/** Whether a refusal concerns the channel as a whole rather than this one message. */
export const faultIsOfChannel = {
  credentials: true,
  settings: true,
  'forbidden-address': true,
  content: false,
  recipient: false,
} as const satisfies Record<RejectionFault, boolean>

/** Evidence of one attempt. Every text in it is redacted and at most 500 characters long. */
export interface AttemptDetail {
  /** A closed reason of ours, such as `keyword`, `connect-refused`, `http-500`: counted and translated. */
  readonly reason: string
  readonly httpStatus: number | null
  /** The provider's own code and words. */
  readonly providerCode: string | null
  readonly providerMessage: string | null
}

/** Of a message that is many calls to its receiver. */
interface Many {
  /** Some of them were taken before the rest was not, in this attempt or an earlier one. */
  readonly inPart?: true
}

/**
 * What became of one attempt. HTTP 200 alone is never `delivered`: the provider has to say so in
 * its own words. `unknown` means that the request left and no readable answer came.
 */
export type SendOutcome =
  | {
      readonly kind: 'delivered'
      readonly detail: AttemptDetail
      /** The reason says what to change at the channel, though all is well for now. */
      readonly advice?: true
    }
  | {
      readonly kind: 'partial'
      readonly refused: readonly string[]
      readonly detail: AttemptDetail
      /** The robot wants to be left alone until then: what it refused came too soon for it. */
      readonly retryAt?: Instant | null
    }
  | (Many & {
      readonly kind: 'throttled'
      readonly retryAt: Instant | null
      readonly detail: AttemptDetail
    })
  | (Many & {
      readonly kind: 'transient'
      readonly detail: AttemptDetail
      /** The receiver is there and asked to be tried again, which before then would be of no use. */
      readonly notBefore?: Instant
      /** It never left, for a reason on our side: nothing is said of the channel. */
      readonly ofOurs?: true
    })
  | (Many & {
      readonly kind: 'rejected'
      readonly fault: RejectionFault
      readonly detail: AttemptDetail
    })
  | (Many & { readonly kind: 'unknown'; readonly detail: AttemptDetail })

export const outcomeKinds = [
  'delivered',
  'partial',
  'throttled',
  'transient',
  'rejected',
  'unknown',
] as const satisfies readonly SendOutcome['kind'][]
export type OutcomeKind = (typeof outcomeKinds)[number]
