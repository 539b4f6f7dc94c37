import type { Replayed } from '@highwater/db/commands'
import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface ReplayFormState extends FormState {
  readonly result: Replayed | null
}

export const untouchedReplay: ReplayFormState = { ...untouchedForm, result: null }
