import type { Tally } from './tally.ts'

/** The part we read of what Playwright's json reporter writes. */
export type PlaywrightReport = {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly { readonly message?: string }[]
}

/** Skipped and flaky journeys count as failed; so does an error outside of any journey. */
export function readPlaywrightReport({ stats, errors }: PlaywrightReport): Tally {
  const remarks = [
    ...(stats.skipped > 0
      ? [`${stats.skipped} journeys were skipped, which counts as failed.`]
      : []),
    ...(stats.flaky > 0
      ? [`${stats.flaky} journeys passed only when repeated, which counts as failed.`]
      : []),
    ...errors.map(
      (error) => `The journeys reported: ${error.message ?? 'an error without a message'}`,
    ),
  ]
  const failed = stats.unexpected + stats.skipped + stats.flaky + errors.length
  if (failed === 0 && stats.expected === 0) {
    return { passed: 0, failed: 1, remarks: ['No journey was found to run.'] }
  }
  return { passed: stats.expected, failed, remarks }
}
