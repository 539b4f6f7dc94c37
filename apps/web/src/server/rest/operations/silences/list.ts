import { listSilences, listSilencesInput } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf } from '../../wire.ts'
import { silenceAnswer, toSilence, toWindow, windowAnswer } from './silence-answer.ts'

const query = listSilencesInput.omit({ kind: true })

export const listSilencesOperation = defineOperation({
  method: 'GET',
  path: '/silences',
  id: 'listSilences',
  tag: 'silences',
  summary: 'List silences, newest first',
  access: 'silence.read',
  status: 200,
  query,
  answer: pageOf(silenceAnswer),
  async handle({ services, viewer, query: filter }) {
    const page = await listSilences(services.db, viewer, { ...filter, kind: 'silence' })
    return { ...page, items: page.items.map(toSilence) }
  },
})

export const listMaintenanceWindowsOperation = defineOperation({
  method: 'GET',
  path: '/maintenance-windows',
  id: 'listMaintenanceWindows',
  tag: 'silences',
  summary: 'List maintenance windows, newest first',
  access: 'silence.read',
  status: 200,
  query,
  answer: pageOf(windowAnswer),
  async handle({ services, viewer, query: filter }) {
    const page = await listSilences(services.db, viewer, { ...filter, kind: 'maintenance' })
    return { ...page, items: page.items.map(toWindow) }
  },
})
