import type { Instant } from '@highwater/core'
import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface InitialPasswordState extends FormState {
  /** Shown this once. */
  readonly made: { readonly password: string; readonly expiresAt: Instant } | null
}

export const untouchedPassword: InitialPasswordState = { ...untouchedForm, made: null }
