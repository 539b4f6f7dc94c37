import type { Tally } from './tally.ts'

/** The part we read of what vitest's json reporter writes. */
export type VitestReport = {
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** A test that did not run counts as failed: a silent skip would look like a pass. */
export function readVitestReport(report: VitestReport): Tally {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = tests.filter((test) => test.status === 'failed').length
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  )
  const remarks = [
    ...skipped.map((test) => `The test "${test.fullName}" was skipped, which counts as failed.`),
    ...broken.map((file) => `${file.name} could not be run.`),
  ]
  const counted = failed + skipped.length + broken.length
  if (counted > 0 || report.success) return { passed, failed: counted, remarks }
  return { passed, failed: 1, remarks: ['The tests passed but their run reported an error.'] }
}
