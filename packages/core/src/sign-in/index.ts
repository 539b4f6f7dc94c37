export {
  type Admission,
  type AdmissionPolicy,
  type AdmittedWithoutRule,
  admit,
  admittedWithoutRule,
  type Presented,
  type RuleStep,
  type RuleVerdict,
  ruleVerdicts,
} from './admit.ts'
export {
  type ClaimMatch,
  type ClaimRule,
  type ClaimRuleInput,
  claimMatches,
  claimRuleInput,
  claimRulesInput,
  type DepartmentGrant,
  type RuleEffect,
  ruleEffects,
} from './claim-rule.ts'
export { type Claims, valuesOf } from './claims.ts'
export {
  type AccountDecision,
  type Candidate,
  type Candidates,
  decideAccount,
  emailIn,
} from './decide-account.ts'
export {
  type ClientAuthentication,
  clientAuthentications,
  clientSecret,
  environmentProvider,
  type ProviderEndpoints,
  type ProviderSettings,
  providerDefaults,
  providerFields,
} from './provider.ts'
export {
  type ProviderRefusal,
  providerRefusalFrom,
  providerRefusals,
  providerRefusalTexts,
} from './provider-refusal.ts'
