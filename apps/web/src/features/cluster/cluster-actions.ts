'use server'

import { clusterFields } from '@highwater/channels/catalog'
import type { ChannelTestId, OcpClusterId } from '@highwater/core'
import type { ChannelTestResult } from '@highwater/db/queries'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerForm, answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { saying } from '~/forms/said.ts'
import { settingsFromForm } from '~/forms/settings-from-form.ts'
import { caller } from '~/trpc/server.tsx'
import type { ClusterFormState } from './cluster-form-state.ts'

const list = '/settings/clusters'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const clusterOf = (form: FormData) => textOf(form, 'cluster') as OcpClusterId

/** Tests the settings of the form, or saves them: the button that was pressed decides. */
export async function submitCluster(
  before: ClusterFormState,
  form: FormData,
): Promise<ClusterFormState> {
  const id = clusterOf(form)
  const name = textOf(form, 'name')
  const intent = textOf(form, 'intent')
  const { config, secrets } = settingsFromForm(clusterFields, form)
  const posted = { name, config }
  return answerForm<ClusterFormState>(before, {
    refused: () => ({ testId: null, posted }),
    async done(api) {
      if (intent === 'test') {
        const named = name === '' ? {} : { name }
        const tested = id === '' ? {} : { cluster: id }
        const { testId } = await api.cluster.test({ ...tested, ...named, config, secrets })
        return { testId, posted }
      }
      const settings = { name, config, secrets, saveUntested: intent === 'save-untested' }
      if (id === '') await api.cluster.create(settings)
      else {
        const expectedVersion = Number(textOf(form, 'version'))
        await api.cluster.update({ ...settings, cluster: id, expectedVersion })
      }
      revalidatePath(list)
      redirect(saying('saved', list))
    },
  })
}

/** How a test stands. */
export async function readClusterTest(id: ChannelTestId): Promise<ChannelTestResult> {
  const api = await caller()
  return api.cluster.testResult({ id })
}

export const deleteCluster = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.cluster.remove({ cluster: clusterOf(form) })
    revalidatePath(list)
    redirect(saying('deleted', list))
  })
