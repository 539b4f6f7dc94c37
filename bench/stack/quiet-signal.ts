/** What a quiet project says of itself. */
export const quietSignal = (project: string, observedAt: string) => ({
  project,
  observedAt,
  latencySeconds: Math.round(Math.random() * 5_000) / 1_000,
})
