import { localOperations } from './local.ts'
import { providerOperations } from './providers.ts'
import { ruleOperations } from './rules.ts'

export const signInOperations = [...providerOperations, ...ruleOperations, ...localOperations]
