import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface TokenFormState extends FormState {
  /** The token itself, this once; it is stored nowhere. */
  readonly made: { readonly name: string; readonly token: string } | null
}

export const untouchedToken: TokenFormState = { ...untouchedForm, made: null }
