import {
  applyLevelRules,
  createLevelRule,
  deleteLevelRule,
  orderLevelRules,
  setDefaultLevel,
  updateLevelRule,
} from '@highwater/db/commands'
import { listLevelRules, previewLevelRules } from '@highwater/db/queries'
import { changes, router, shows } from '../trpc.ts'

export const levelRuleRouter = router({
  list: shows(listLevelRules),
  preview: shows(previewLevelRules),
  create: changes(createLevelRule),
  update: changes(updateLevelRule),
  remove: changes(deleteLevelRule),
  order: changes(orderLevelRules),
  applyToProjects: changes(applyLevelRules),
  setDefaultLevel: changes(setDefaultLevel),
})
