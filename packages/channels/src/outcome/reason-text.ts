import type { Localized } from '@highwater/core'

/** What happened, and what to do next. */
export interface ReasonText {
  readonly sentence: Localized
  readonly advice: Localized
}
