import type { ChannelTestId } from '@highwater/core'
import { type FormState, untouchedForm } from '~/forms/form-state.ts'

export interface ClusterFormState extends FormState {
  readonly testId: ChannelTestId | null
  /** What was posted beside the secrets, for a page whose scripts have not loaded. */
  readonly posted: { readonly name: string; readonly config: Record<string, unknown> } | null
}

export const untouchedCluster: ClusterFormState = { ...untouchedForm, testId: null, posted: null }
