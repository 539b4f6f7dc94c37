'use server'

import type { SubscriptionId } from '@highwater/core'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { saying } from '~/forms/said.ts'
import { departmentFromForm, subscriptionFromForm } from './subscription-draft.ts'

const list = '/settings/subscriptions'
const subscriptionOf = (form: FormData) => String(form.get('subscription') ?? '') as SubscriptionId

export const saveSubscription = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const settings = subscriptionFromForm(form)
    const subscription = subscriptionOf(form)
    if (subscription === '') {
      await api.subscription.create({ ...settings, department: departmentFromForm(form) })
    } else {
      const expectedVersion = Number(form.get('version'))
      await api.subscription.update({ ...settings, subscription, expectedVersion })
    }
    revalidatePath(list)
    redirect(saying('saved', list))
  })

export const setSubscriptionEnabled = async (
  before: FormState,
  form: FormData,
): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const enabled = form.get('enabled') === 'true'
    await api.subscription.update({ subscription: subscriptionOf(form), enabled })
    revalidatePath(list)
  })

export const deleteSubscription = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.subscription.remove({ subscription: subscriptionOf(form) })
    revalidatePath(list)
    redirect(saying('deleted', list))
  })
