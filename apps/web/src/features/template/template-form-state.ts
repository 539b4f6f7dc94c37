import type { MessageTemplate } from '@highwater/core/notify'
import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface TemplateFormState extends FormState {
  /** The version that was written. */
  readonly version: number | null
  /** What was posted, so that a page without scripts still shows it after a refusal. */
  readonly posted: MessageTemplate | null
}

export const untouchedTemplate: TemplateFormState = {
  ...untouchedForm,
  version: null,
  posted: null,
}
