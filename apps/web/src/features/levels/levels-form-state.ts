import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface LevelsFormState extends FormState {
  /** What somebody else saved meanwhile; null while nobody did. */
  readonly saved: { readonly settings: ProtectionLevelSettings; readonly version: number } | null
  /** The version that was written. */
  readonly version: number | null
  /** What was posted, so that a page without scripts still shows it after a refusal. */
  readonly posted: ProtectionLevelSettings | null
}

export const untouchedLevels: LevelsFormState = {
  ...untouchedForm,
  saved: null,
  version: null,
  posted: null,
}
