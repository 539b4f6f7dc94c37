export { type CrossLevelFault, crossLevelFaults } from './cross-level.ts'
export {
  defaultProtectionLevel,
  type GuardedLevel,
  guardedLevels,
  type ProtectionLevel,
  protectionLevels,
} from './level.ts'
export {
  decidingRule,
  type LevelRule,
  type LevelRuleId,
  levelRuleFields,
  levelRuleNeedsScope,
  type RuledProject,
  startingLevel,
} from './level-rule.ts'
export {
  frequencyLimits,
  type ThresholdLimits,
  type ThresholdName,
  thresholdLimits,
  thresholdNames,
} from './limits.ts'
export {
  defaultProtectionLevelSettings,
  type LevelOverride,
  type LevelSettings,
  type ProtectionLevelSettings,
  protectionLevelSettings,
} from './schema.ts'
export { catchUpLatency, type Thresholds, thresholdsFor } from './thresholds.ts'
