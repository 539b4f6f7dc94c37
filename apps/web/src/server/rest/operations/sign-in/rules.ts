import { admittedWithoutRule, claimRulesInput } from '@highwater/core/sign-in'
import { updateSignInPolicy } from '@highwater/db/commands'
import { getSignInPolicy, tryRulesInput, trySignInRules } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { rulesAnswer, rulesTriedAnswer, withoutRuleMeaning } from './sign-in-answers.ts'

const tag = 'sign-in'

const getOperation = defineOperation({
  method: 'GET',
  path: '/sign-in-rules',
  id: 'getSignInRules',
  tag,
  summary: 'Read by which rules people are let in through providers',
  access: 'signIn.read',
  status: 200,
  answer: rulesAnswer,
  handle: ({ services, viewer }) => getSignInPolicy(services.db, viewer),
})

const replaceOperation = defineOperation({
  method: 'PUT',
  path: '/sign-in-rules',
  id: 'replaceSignInRules',
  tag,
  summary: 'Replace the rules; a provider or a department by its id or its name',
  access: 'signIn.write',
  status: 200,
  body: z
    .strictObject({
      rules: claimRulesInput,
      withoutRule: z.enum(admittedWithoutRule).optional().describe(withoutRuleMeaning),
      environmentLinksByEmail: z.boolean().optional(),
      environmentVouchesForEmail: z.boolean().optional(),
    })
    .extend(versionField),
  answer: rulesAnswer,
  async handle({ context, services, viewer, body: { version, ...changes } }) {
    await updateSignInPolicy(context, { ...changes, expectedVersion: version })
    return getSignInPolicy(services.db, viewer)
  },
})

const tryOperation = defineOperation({
  method: 'POST',
  path: '/sign-in-rules/try',
  id: 'trySignInRules',
  tag,
  summary: 'Show which rules match a token and what its owner would get; nothing is kept',
  access: 'signIn.read',
  status: 200,
  body: tryRulesInput,
  answer: rulesTriedAnswer,
  handle: ({ services, viewer, body }) => trySignInRules(services.db, viewer, body),
})

export const ruleOperations = [getOperation, replaceOperation, tryOperation]
