'use server'

import { channelKindOf } from '@highwater/channels/catalog'
import type { ChannelId, ChannelTestId } from '@highwater/core'
import type { ChannelTestResult } from '@highwater/db/queries'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerForm, answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { saying } from '~/forms/said.ts'
import { settingsFromForm } from '~/forms/settings-from-form.ts'
import { caller } from '~/trpc/server.tsx'
import type { ChannelFormState } from './channel-form-state.ts'
import { flowFromForm } from './flow-from-form.ts'

const list = '/settings/channels'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const channelOf = (form: FormData) => textOf(form, 'channel') as ChannelId

const fallbackOf = (form: FormData): ChannelId | null => {
  const id = textOf(form, 'fallbackChannel')
  return id === '' ? null : (id as ChannelId)
}

function readForm(form: FormData) {
  const kind = textOf(form, 'kind')
  const id = textOf(form, 'channel')
  return {
    id: id === '' ? null : (id as ChannelId),
    name: textOf(form, 'name'),
    kind,
    department: textOf(form, 'department') === '' ? null : textOf(form, 'department'),
    fallbackChannel: fallbackOf(form),
    flow: flowFromForm(form),
    expectedVersion: Number(textOf(form, 'version')),
    ...settingsFromForm(channelKindOf(kind).fields, form),
  }
}

/** Tests the settings of the form, or saves them: the button that was pressed decides. */
export async function submitChannel(
  before: ChannelFormState,
  form: FormData,
): Promise<ChannelFormState> {
  const { id, name, kind, config, secrets, department, fallbackChannel, flow, expectedVersion } =
    readForm(form)
  const intent = textOf(form, 'intent')
  const posted = { name, config, fallbackChannel, flow, intent }
  return answerForm<ChannelFormState>(before, {
    refused: () => ({ testId: null, posted }),
    async done(api) {
      if (intent === 'test') {
        const named = name === '' ? {} : { name }
        const tested = id === null ? { kind, department } : { channel: id }
        const { testId } = await api.channel.test({ ...tested, ...named, config, secrets })
        return { testId, posted }
      }
      const saveUntested = intent === 'save-untested'
      const settings = { name, config, secrets, fallbackChannel, ...flow, saveUntested }
      if (id === null) await api.channel.create({ ...settings, kind, department })
      else await api.channel.update({ ...settings, channel: id, expectedVersion })
      revalidatePath(list)
      redirect(saying('saved', list))
    },
  })
}

/** How a test stands. */
export async function readChannelTest(id: ChannelTestId): Promise<ChannelTestResult> {
  const api = await caller()
  return api.channel.testResult({ id })
}

export const setChannelEnabled = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const enabled = textOf(form, 'enabled') === 'true'
    await api.channel.update({ channel: channelOf(form), enabled })
    revalidatePath(list)
  })

/** Has a channel that is cut off tried at once. */
export const probeChannel = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.channel.probe({ channel: channelOf(form) })
    revalidatePath(list)
  })

export const deleteChannel = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.channel.remove({ channel: channelOf(form) })
    revalidatePath(list)
    redirect(saying('deleted', list))
  })
