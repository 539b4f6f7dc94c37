export {
  figuresOver,
  type HostFigures,
  type HostRules,
  hostRulesOf,
  standingOfFigures,
  standingOfHeartbeat,
} from './hosts.ts'
export { judgeStanding } from './judge-standing.ts'
export type {
  RecoveredAlert,
  Standing,
  StandingAlert,
  StandingJudgement,
  StandingMove,
  StandingRules,
} from './standing.ts'
export { endsDismissal } from './standing.ts'
