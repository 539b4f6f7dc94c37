import { timeZoneField } from '@highwater/core/silence'
import {
  applyLevelRules,
  createLevelRule,
  deleteLevelRule,
  orderLevelRules,
  setDefaultLevel,
  updateLevelRule,
} from '@highwater/db/commands'
import { listLevelRules, previewLevelRules, previewRuledAlerts } from '@highwater/db/queries'
import { z } from 'zod'
import { changes, router, shows, signedIn } from '../trpc.ts'

export const levelRuleRouter = router({
  list: shows(listLevelRules),
  preview: shows(previewLevelRules),
  previewAlerts: signedIn
    .input(z.object({ timeZone: timeZoneField }))
    .subscription(({ ctx, input: { timeZone } }) =>
      previewRuledAlerts(ctx.services.db, ctx.viewer, timeZone),
    ),
  create: changes(createLevelRule),
  update: changes(updateLevelRule),
  remove: changes(deleteLevelRule),
  order: changes(orderLevelRules),
  applyToProjects: changes(applyLevelRules),
  setDefaultLevel: changes(setDefaultLevel),
})
