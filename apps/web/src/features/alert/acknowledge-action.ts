'use server'

import type { AlertId } from '@highwater/core'
import { caller } from '~/trpc/server.tsx'

/** Acknowledges by a plain form, for as long as the page's scripts have not loaded. */
export async function submitAcknowledgement(form: FormData): Promise<void> {
  const alert = String(form.get('alert')) as AlertId
  const { alert: ask } = await caller()
  if (form.get('acknowledged') === 'true') await ask.acknowledge({ alert })
  else await ask.unacknowledge({ alert })
}
