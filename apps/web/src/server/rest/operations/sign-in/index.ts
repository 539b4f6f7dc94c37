import { providerOperations } from './providers.ts'
import { ruleOperations } from './rules.ts'

export const signInOperations = [...providerOperations, ...ruleOperations]
