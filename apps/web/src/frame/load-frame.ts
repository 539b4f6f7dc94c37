import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import type { ConsoleFrameProps } from './console-frame.tsx'

/** What the frame shows beside the page; a visitor who is not signed in is sent to sign in. */
export async function loadFrame(): Promise<
  Pick<ConsoleFrameProps, 'person' | 'serverNow' | 'unacknowledged' | 'signOut'>
> {
  await connection()
  redirect('/sign-in')
}
