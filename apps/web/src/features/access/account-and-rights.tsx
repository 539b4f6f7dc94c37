import type { UserId } from '@highwater/core'
import { caller } from '~/trpc/server.tsx'
import { DeleteUserDialog } from './delete-user-dialog.tsx'
import { UserForm } from './user-form.tsx'
import { UserSwitch } from './user-switch.tsx'

/** What an administrator keeps of a person: the account, its rights, and whether it may be used. */
export async function AccountAndRights({ id }: { readonly id: UserId }) {
  const api = await caller()
  const [user, departments, heirs] = await Promise.all([
    api.user.get({ id }),
    api.people.departments(),
    api.people.accounts({}),
  ])
  return (
    <div className="flex flex-col gap-3">
      <UserForm key={user.version} user={user} departments={departments} />
      <div className="flex flex-wrap gap-2">
        <UserSwitch user={user} />
        <DeleteUserDialog user={user} heirs={heirs} />
      </div>
    </div>
  )
}
