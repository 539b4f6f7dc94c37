const level = (latencySeconds: number) => ({
  latencySeconds,
  interruptionSeconds: latencySeconds,
  frequencyMinutes: 30,
})

/** Thresholds as a person would save them. */
export const writableLevels = () => ({
  high: level(60),
  medium: level(600),
  low: level(1_200),
  version: 1,
})
