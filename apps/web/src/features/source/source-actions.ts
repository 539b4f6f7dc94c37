'use server'

import type { SourceId } from '@highwater/core'
import { sourceKindOf } from '@highwater/sources/catalog'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerForm, answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { saying } from '~/forms/said.ts'
import { settingsFromForm } from '~/forms/settings-from-form.ts'
import { withoutNulls } from '~/forms/without-nulls.ts'
import { parseDurationText } from '~/ui/duration-text.ts'
import type { SourceFormState } from './source-form-state.ts'

const list = '/sources'
const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const sourceOf = (form: FormData) => textOf(form, 'source') as SourceId

function intervalOf(form: FormData): number {
  const reading = parseDurationText(textOf(form, 'intervalSeconds'))
  return reading.ok ? reading.seconds : Number.NaN
}

export async function saveSource(
  before: SourceFormState,
  form: FormData,
): Promise<SourceFormState> {
  const kind = textOf(form, 'kind')
  const name = textOf(form, 'name')
  const department = textOf(form, 'department')
  const settings = settingsFromForm(sourceKindOf(kind).fields, form)
  const given = { name, intervalSeconds: intervalOf(form), ...settings }
  return answerForm<SourceFormState>(before, {
    refused: () => ({ posted: { name, config: settings.config } }),
    async done(api) {
      if (sourceOf(form) === '') {
        await api.source.create({
          ...given,
          kind,
          config: withoutNulls(settings.config),
          secrets: withoutNulls(settings.secrets),
          ...(department === '' ? {} : { department }),
        })
      } else {
        const expectedVersion = Number(textOf(form, 'version'))
        await api.source.update({ ...given, source: sourceOf(form), expectedVersion })
      }
      revalidatePath(list)
      redirect(saying('saved', list))
    },
  })
}

export const setSourceEnabled = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const enabled = textOf(form, 'enabled') === 'true'
    await api.source.update({ source: sourceOf(form), enabled })
    revalidatePath(list)
  })

export const deleteSource = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.source.remove({ source: sourceOf(form) })
    revalidatePath(list)
    redirect(saying('deleted', list))
  })
