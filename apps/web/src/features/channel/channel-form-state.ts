import type { ChannelId, ChannelTestId } from '@highwater/core'
import { type FormState, untouchedForm } from '~/forms/form-state.ts'
import type { ChannelFlow } from './flow-fields.tsx'

export interface ChannelFormState extends FormState {
  readonly testId: ChannelTestId | null
  /** What was posted beside the secrets, for a page whose scripts have not loaded. */
  readonly posted: {
    readonly name: string
    readonly config: Record<string, unknown>
    readonly fallbackChannel?: ChannelId | null
    readonly flow?: ChannelFlow
    /** What the pressed button asked for. */
    readonly intent?: string
  } | null
}

export const untouchedChannel: ChannelFormState = { ...untouchedForm, testId: null, posted: null }
