'use server'

import type { NotificationId } from '@highwater/core'
import { revalidatePath } from 'next/cache'
import { answerForm } from '~/forms/answer-form.ts'
import { pageNow } from '~/list/page-now.ts'
import { deliveryFilter } from './delivery-filter.ts'
import type { DeliveryQuery } from './delivery-filters.tsx'
import type { ReplayFormState } from './replay-form-state.ts'

const textOf = (form: FormData, name: string): string | undefined => {
  const value = form.get(name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Replays what was ticked, or all that the filter of the page finds: the button decides. */
export async function submitReplay(
  before: ReplayFormState,
  form: FormData,
): Promise<ReplayFormState> {
  return answerForm<ReplayFormState>(before, {
    refused: () => ({ result: null }),
    async done(api) {
      const query: DeliveryQuery = Object.fromEntries(
        (['channel', 'kind', 'range', 'alert'] as const).flatMap((name) => {
          const value = textOf(form, name)
          return value === undefined ? [] : [[name, value]]
        }),
      )
      const { cursor: _, ...filter } = deliveryFilter(query, await pageNow())
      const choice =
        textOf(form, 'intent') === 'all'
          ? { filter }
          : { notifications: form.getAll('notification').map(String) as NotificationId[] }
      const result = await api.delivery.replay({ choice })
      revalidatePath('/deliveries')
      return { result }
    },
  })
}
