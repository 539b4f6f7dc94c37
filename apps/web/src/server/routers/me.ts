import { changePasswordInput } from '@highwater/core/account'
import { changeOwnPassword, revokeSession, revokeSessions } from '@highwater/db/commands'
import { readMe } from '@highwater/db/queries'
import { changes, router, shows, signedIn } from '../trpc.ts'

export const meRouter = router({
  page: shows(readMe),
  /** Which of the sessions is the one that asks. */
  sessionId: signedIn.query(({ ctx }) => ctx.session.session.id),
  changePassword: signedIn
    .input(changePasswordInput)
    .mutation(({ ctx, input }) =>
      changeOwnPassword(ctx.command, { ...input, keepSession: ctx.session.session.id }),
    ),
  revokeSession: changes(revokeSession),
  revokeOtherSessions: signedIn.mutation(({ ctx }) =>
    revokeSessions(ctx.command, { keepSession: ctx.session.session.id }),
  ),
})
