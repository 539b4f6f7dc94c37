/** What a check adds to the last line; `remarks` say in sentences what did not pass. */
export type Tally = {
  readonly passed: number
  readonly failed: number
  readonly remarks: readonly string[]
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    remarks: tallies.flatMap((tally) => tally.remarks),
  }
}

/** A step that either passes or fails as a whole counts as one. */
export function tallyStep(passed: boolean, remark: string): Tally {
  return passed
    ? { passed: 1, failed: 0, remarks: [] }
    : { passed: 0, failed: 1, remarks: [remark] }
}
