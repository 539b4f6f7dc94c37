import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface SourceFormState extends FormState {
  /** What was posted beside the secrets, for a page whose scripts have not loaded. */
  readonly posted: { readonly name: string; readonly config: Record<string, unknown> } | null
}

export const untouchedSource: SourceFormState = { ...untouchedForm, posted: null }
