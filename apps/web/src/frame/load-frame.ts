import { type Action, type Actor, can, permissions } from '@highwater/core/permissions'
import { readNowFrom } from '@highwater/db/client'
import { signOutAction } from '~/server/actions/sign-out.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { getQueryClient, trpc } from '~/trpc/server.tsx'
import type { ConsoleFrameProps } from './console-frame.tsx'

/** What somebody may do somewhere: anywhere, in one of their departments, or to what is their own. */
function actionsOf(actor: Actor): Action[] {
  const departments = actor.type === 'user' ? actor.departments : []
  const owner = actor.type === 'user' ? actor.id : null
  const grounds = [{}, { owner }, ...departments.map(({ id }) => ({ department: id }))]
  return (Object.keys(permissions) as Action[]).filter((action) =>
    grounds.some((resource) => can(actor, action, resource).allowed),
  )
}

/** What the frame shows beside the page; a visitor who is not signed in is sent to sign in. */
export async function loadFrame(): Promise<
  Pick<ConsoleFrameProps, 'person' | 'viewer' | 'serverNow' | 'signOut'>
> {
  const { actor, account } = await requireViewer()
  const [serverNow] = await Promise.all([
    readNowFrom(services().db.sql),
    getQueryClient().prefetchQuery(trpc.alert.unacknowledged.queryOptions()),
  ])
  return {
    person: {
      name: account.displayName,
      account: account.email,
      role: account.role,
      permissions: actionsOf(actor),
    },
    viewer: actor,
    serverNow,
    signOut: signOutAction,
  }
}
