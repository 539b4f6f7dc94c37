'use server'

import { revalidatePath } from 'next/cache'
import { answerForm } from '~/forms/answer-form.ts'
import type { FactorState } from './factor-state.ts'
import { pictureOf } from './picture-of.ts'

const nothing = { device: null, recoveryCodes: [] }

/** Begins, confirms, renews or removes the reader's second factor, as the pressed button says. */
export async function changeFactor(before: FactorState, form: FormData): Promise<FactorState> {
  return answerForm<FactorState>(before, {
    refused: () => ({ device: before.device, recoveryCodes: [] }),
    async done(api) {
      const code = String(form.get('code') ?? '')
      switch (form.get('intent')) {
        case 'begin': {
          const { secret, uri } = await api.me.beginSecondFactor({})
          return { device: { secret, picture: pictureOf(uri) }, recoveryCodes: [] }
        }
        case 'confirm': {
          const { recoveryCodes } = await api.me.confirmSecondFactor({ code })
          revalidatePath('/account')
          return { device: null, recoveryCodes }
        }
        case 'renew': {
          const { recoveryCodes } = await api.me.renewRecoveryCodes({ code })
          revalidatePath('/account')
          return { device: null, recoveryCodes }
        }
        case 'remove':
          await api.me.removeSecondFactor({ code })
          revalidatePath('/account')
          return nothing
        default:
          return nothing
      }
    },
  })
}
