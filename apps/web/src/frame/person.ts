import type { Action, GlobalRole } from '@highwater/core/permissions'

/** Who is looking at the console, as far as the frame needs to know. */
export interface SignedInPerson {
  readonly name: string
  readonly account: string
  readonly role: GlobalRole
  /** The actions that this person may do somewhere: they decide which sections are offered. */
  readonly permissions: readonly Action[]
}
