import { changePasswordInput } from '@highwater/core/account'
import {
  beginOwnSecondFactor,
  changeOwnPassword,
  confirmOwnSecondFactor,
  removeOwnSecondFactor,
  renewOwnRecoveryCodes,
  revokeSession,
  revokeSessions,
} from '@highwater/db/commands'
import { readAccountAccess, readMe } from '@highwater/db/queries'
import { changes, router, shows, signedIn } from '../trpc.ts'

export const meRouter = router({
  page: shows(readMe),
  access: signedIn.query(({ ctx }) =>
    readAccountAccess(ctx.services.db, ctx.viewer, ctx.session.account.id),
  ),
  beginSecondFactor: changes(beginOwnSecondFactor),
  confirmSecondFactor: changes(confirmOwnSecondFactor),
  renewRecoveryCodes: changes(renewOwnRecoveryCodes),
  removeSecondFactor: changes(removeOwnSecondFactor),
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
