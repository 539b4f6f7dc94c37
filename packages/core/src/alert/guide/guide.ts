import type { Localized } from '../../locale.ts'

/** What a reader of an alert has to know of its event, for the alert's page and the documentation. */
export interface AlertEventGuide {
  /** What it says of the world. */
  readonly meaning: Localized
  /** When it opens. */
  readonly trigger: Localized
  /** What ends it. */
  readonly ends: Localized
  /** What to do, step by step. */
  readonly advice: readonly Localized[]
}
