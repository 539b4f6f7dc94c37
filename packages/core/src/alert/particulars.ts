import type { Instant } from '../time.ts'

export const hostFigureNames = ['cpu', 'memory', 'disk'] as const
export type HostFigureName = (typeof hostFigureNames)[number]

/** One figure of a host that is over its limit; both are percentages. */
export interface HostFigure {
  readonly name: HostFigureName
  readonly percent: number
  readonly limit: number
}

/** What an alert of some events has to say beside a length of time. */
export type Particulars =
  | { readonly type: 'host_figures'; readonly figures: readonly HostFigure[] }
  | {
      readonly type: 'taken_over'
      /** The hosts that took over, each once. */
      readonly by: readonly string[]
      readonly messages: number
      readonly sources: number
      /** When something was last taken over. */
      readonly lastAt: Instant
    }
  | {
      readonly type: 'withheld'
      /** How many alerts have messages that wait for the channel, and the first of them by name. */
      readonly alerts: number
      readonly named: readonly string[]
    }
  | { readonly type: 'gap'; readonly from: Instant; readonly to: Instant }
