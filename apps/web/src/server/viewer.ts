import type { SignedIn } from '@highwater/db/auth'
import { setUpNeeded } from '@highwater/db/auth'
import type { CommandContext } from '@highwater/db/commands'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { readSignedIn } from './auth/identify.ts'
import { commandContext } from './command-context.ts'
import { requestOrigin } from './request-origin.ts'
import { services } from './services.ts'

/** Who is looking at this page; read once per request. */
export const readViewer = cache(
  async (): Promise<SignedIn | null> => readSignedIn(await headers(), services()),
)

/**
 * Whoever is not signed in is sent to sign in, and then on to what they asked for; or, before there
 * is an admin, to set one up.
 */
export async function requireViewer(): Promise<SignedIn> {
  const viewer = await readViewer()
  if (viewer !== null) return viewer
  if (await setUpNeeded(services().db)) redirect('/setup')
  const wanted = (await headers()).get('x-asked-for') ?? '/'
  redirect(wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`)
}

/** Where the page or action came from; its id is the one that the answer's header names. */
export async function pageOrigin() {
  const head = await headers()
  return requestOrigin(head, head.get('x-request-id') ?? crypto.randomUUID())
}

/** What a server action needs in order to write on behalf of whoever is signed in. */
export async function requireCommandContext(): Promise<CommandContext> {
  const signedIn = await requireViewer()
  const { actor, account } = signedIn
  return commandContext(
    services(),
    { actor, name: account.displayName, signedIn },
    await pageOrigin(),
  )
}
