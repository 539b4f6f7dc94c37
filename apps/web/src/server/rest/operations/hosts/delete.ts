import { removeHost } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteHostOperation = defineOperation({
  method: 'DELETE',
  path: '/hosts/{name}',
  id: 'deleteHost',
  tag: 'hosts',
  summary: 'Take a host off the list and close its alerts; if it reports again it is back',
  access: 'host.delete',
  status: 204,
  async handle({ context, params }) {
    await removeHost(context, { host: params.name })
  },
})
