import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface FactorState extends FormState {
  /** What the app has to know, while the set-up lasts. */
  readonly device: { readonly secret: string; readonly picture: string } | null
  /** Shown this once. */
  readonly recoveryCodes: readonly string[]
}

export const untouchedFactor: FactorState = { ...untouchedForm, device: null, recoveryCodes: [] }
