import { expect, test } from 'vitest'
import { readPlaywrightReport } from './read-playwright-report.ts'
import { readVitestReport } from './read-vitest-report.ts'
import { addTallies, tallyStep } from './tally.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((status, index) => ({ fullName: `test ${index}`, status })),
})

test('Passed and failed tests are counted over all files', () => {
  const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')]
  expect(readVitestReport({ success: false, testResults })).toMatchObject({ passed: 3, failed: 1 })
})

test('A skipped test counts as failed and is named', () => {
  const testResults = [file('passed', 'passed', 'skipped', 'todo')]
  const tally = readVitestReport({ success: true, testResults })
  expect(tally).toMatchObject({ passed: 1, failed: 2 })
  expect(tally.remarks[0]).toBe('The test "test 1" was skipped, which counts as failed.')
})

test('A file that cannot be loaded counts as failed though it reports no test', () => {
  const tally = readVitestReport({ success: false, testResults: [file('failed')] })
  expect(tally).toMatchObject({ passed: 0, failed: 1, remarks: ['a.test.ts could not be run.'] })
})

test('An error beside the tests counts as failed', () => {
  const testResults = [file('passed', 'passed')]
  expect(readVitestReport({ success: false, testResults })).toMatchObject({ passed: 1, failed: 1 })
})

test('Skipped and flaky journeys and errors around them count as failed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }
  const tally = readPlaywrightReport({ stats, errors: [{ message: 'no server' }] })
  expect(tally).toMatchObject({ passed: 4, failed: 5 })
  expect(tally.remarks).toHaveLength(3)
})

test('Finding no journey at all is a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(readPlaywrightReport({ stats, errors: [] })).toMatchObject({ passed: 0, failed: 1 })
})

test('The last line adds up every step', () => {
  const tallies = [tallyStep(true, 'unused'), tallyStep(false, 'Types do not fit.')]
  expect(addTallies(tallies)).toEqual({ passed: 1, failed: 1, remarks: ['Types do not fit.'] })
})
