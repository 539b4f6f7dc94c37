import { AppError } from '@highwater/core'
import type { SignedIn } from '@highwater/db/auth'
import { setUpNeeded } from '@highwater/db/auth'
import type { CommandContext } from '@highwater/db/commands'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { signInAddress } from '../frame/sign-in-address.ts'
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
  redirect(signInAddress(wanted))
}

/** Where the page or action came from; its id is the one that the answer's header names. */
export async function pageOrigin() {
  const head = await headers()
  return requestOrigin(head, head.get('x-request-id') ?? crypto.randomUUID())
}

async function contextOf(signedIn: SignedIn): Promise<CommandContext> {
  const { actor, account } = signedIn
  return commandContext(
    services(),
    { actor, name: account.displayName, signedIn },
    await pageOrigin(),
  )
}

/** What a page needs in order to act on behalf of its reader, who is sent to sign in if need be. */
export const requireCommandContext = async (): Promise<CommandContext> =>
  contextOf(await requireViewer())

/**
 * What a form needs in order to write. Nobody is led away from it: what they typed would be gone.
 * @throws AppError `unauthenticated`
 */
export async function formCommandContext(): Promise<CommandContext> {
  const signedIn = await readViewer()
  if (signedIn === null) throw new AppError('unauthenticated', 'Sign in first.')
  return contextOf(signedIn)
}
