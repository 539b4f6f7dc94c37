'use server'

import type { SignInProviderId } from '@highwater/core'
import { clientAuthentications } from '@highwater/core/sign-in'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { saying } from '~/forms/said.ts'
import { oneOf } from '~/list/read-list-query.ts'

const page = '/settings/sign-in'
const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const orNull = (text: string): string | null => (text === '' ? null : text)
const providerOf = (form: FormData) => textOf(form, 'provider') as SignInProviderId

const endpointNames = ['authorization', 'token', 'jwks', 'userinfo', 'endSession'] as const

/** All empty: discovery. Otherwise as they stand, so that a missing one is said at its field. */
function endpointsOf(form: FormData) {
  const [authorization = '', token = '', jwks = '', userinfo = '', endSession = ''] =
    endpointNames.map((name) => textOf(form, `endpoints.${name}`))
  if ([authorization, token, jwks, userinfo, endSession].every((text) => text === '')) return null
  return {
    authorization,
    token,
    jwks,
    userinfo: orNull(userinfo),
    endSession: orNull(endSession),
  }
}

const settingsOf = (form: FormData) => ({
  name: textOf(form, 'name'),
  issuer: textOf(form, 'issuer'),
  endpoints: endpointsOf(form),
  clientId: textOf(form, 'clientId'),
  clientAuthentication:
    oneOf(clientAuthentications, textOf(form, 'clientAuthentication')) ?? 'client_secret_basic',
  scopes: textOf(form, 'scopes').split(/\s+/),
  groupsClaim: textOf(form, 'groupsClaim'),
  clockToleranceSeconds: Number(textOf(form, 'clockToleranceSeconds')),
  recheckMinutes: Number(textOf(form, 'recheckMinutes')),
  vouchesForEmail: form.has('vouchesForEmail'),
  linksByEmail: form.has('linksByEmail'),
  enabled: form.has('enabled'),
})

export const saveProvider = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const settings = settingsOf(form)
    const clientSecret = textOf(form, 'clientSecret')
    const provider = providerOf(form)
    if (provider === '') await api.signIn.createProvider({ ...settings, clientSecret })
    else {
      await api.signIn.updateProvider({
        ...settings,
        ...(clientSecret === '' ? {} : { clientSecret }),
        provider,
        expectedVersion: Number(textOf(form, 'version')),
      })
    }
    revalidatePath(page)
    redirect(saying('saved', page))
  })

export const removeProvider = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.signIn.removeProvider({ provider: providerOf(form) })
    revalidatePath(page)
    redirect(saying('deleted', page))
  })

/** What the provider of the environment may do: one of two switches. */
export const switchEnvironment = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const isOn = textOf(form, 'enabled') === 'true'
    await api.signIn.updatePolicy(
      textOf(form, 'switch') === 'linksByEmail'
        ? { environmentLinksByEmail: isOn }
        : { environmentVouchesForEmail: isOn },
    )
    revalidatePath(page)
  })
