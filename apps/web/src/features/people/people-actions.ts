'use server'

import { channelKindOf } from '@highwater/channels/catalog'
import type { ChannelId, ChannelTestId, DepartmentId, UserId } from '@highwater/core'
import { type OnCallTurns, onCallTurns } from '@highwater/core/person'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerForm, answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { saying } from '~/forms/said.ts'
import { settingsFromForm } from '~/forms/settings-from-form.ts'
import { oneOf } from '~/list/read-list-query.ts'
import { ownFieldsOf } from './own-fields.ts'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const personOf = (form: FormData) => textOf(form, 'person') as UserId

function revalidate(): void {
  revalidatePath('/account')
  revalidatePath('/people', 'layout')
}

/** How chats call a person, and whether alerts go to their address. */
export const saveContacts = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.people.updateContacts({
      person: personOf(form),
      expectedVersion: Number(form.get('version')),
      mobile: textOf(form, 'mobile'),
      dingtalkUserId: textOf(form, 'dingtalkUserId'),
      feishuOpenId: textOf(form, 'feishuOpenId'),
      wecomUserId: textOf(form, 'wecomUserId'),
      mail: form.get('mail') !== null,
    })
    revalidate()
  })

export const saveRobot = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const { kind } = channelKindOf(textOf(form, 'kind'))
    const settings = settingsFromForm(ownFieldsOf(kind), form)
    const robot = { ...settings, enabled: form.get('enabled') !== null }
    await api.people.updateContacts({ person: personOf(form), robots: { [kind]: robot } })
    revalidate()
  })

export const removeRobot = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const { kind } = channelKindOf(textOf(form, 'kind'))
    await api.people.updateContacts({ person: personOf(form), robots: { [kind]: null } })
    revalidate()
  })

export interface ContactTestState extends FormState {
  readonly testId: ChannelTestId | null
}

/** Sends a test message by the settings as they are saved. */
export const testContact = async (
  before: ContactTestState,
  form: FormData,
): Promise<ContactTestState> =>
  answerForm<ContactTestState>(before, {
    done: (api) =>
      api.people.testContact({ person: personOf(form), kind: textOf(form, 'kind') as 'email' }),
    refused: () => ({ testId: null }),
  })

export const saveMailChannel = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const channel = textOf(form, 'channel')
    await api.people.setMailChannel({ channel: channel === '' ? null : (channel as ChannelId) })
    revalidate()
  })

const turnsOf = (form: FormData): OnCallTurns =>
  oneOf(onCallTurns, textOf(form, 'turns')) ?? 'weekly'

/** Without a person there is no rota. */
export const saveOnCall = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const people = form
      .getAll('people')
      .map(String)
      .filter((id) => id !== '') as UserId[]
    const rota = {
      people,
      turns: turnsOf(form),
      startsOn: textOf(form, 'startsOn'),
      handoverHour: Number(form.get('handoverHour')),
      timeZone: textOf(form, 'timeZone'),
    }
    await api.people.setOnCall({
      department: textOf(form, 'department') as DepartmentId,
      rota: people.length === 0 ? null : rota,
    })
    revalidatePath('/settings/on-call')
    redirect(saying('saved', '/settings/on-call'))
  })
