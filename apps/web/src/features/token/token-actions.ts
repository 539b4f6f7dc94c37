'use server'

import { hours, plus, type TokenId } from '@highwater/core'
import { tokenScopes } from '@highwater/core/permissions'
import { revalidatePath } from 'next/cache'
import { answerForm, answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { pageNow } from '~/list/page-now.ts'
import { oneOf } from '~/list/read-list-query.ts'
import type { TokenFormState } from './token-form-state.ts'

/** Tokens are listed in two places. */
function refreshLists(): void {
  revalidatePath('/system')
  revalidatePath('/account')
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

export async function createToken(before: TokenFormState, form: FormData): Promise<TokenFormState> {
  const name = textOf(form, 'name')
  const department = textOf(form, 'department')
  const days = Number(textOf(form, 'days'))
  return answerForm<TokenFormState>(before, {
    refused: () => ({ made: null }),
    async done(api) {
      const { token } = await api.token.create({
        name,
        scope: oneOf(tokenScopes, textOf(form, 'scope')) ?? 'signals:write',
        expiresAt: days > 0 ? plus(await pageNow(), hours(24 * days)) : null,
        ...(department === '' ? {} : { department }),
      })
      refreshLists()
      return { made: { name, token } }
    },
  })
}

export const revokeToken = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.token.revoke({ token: textOf(form, 'token') as TokenId })
    refreshLists()
  })
