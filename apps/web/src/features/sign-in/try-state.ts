import type { RulesTried } from '@highwater/db/queries'
import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface TryState extends FormState {
  /** Null until something was tried, and after a token that could not be read. */
  readonly tried: RulesTried | null
}

export const notTried: TryState = { ...untouchedForm, tried: null }
