import { expect, test } from 'vitest'
import { readArguments } from './read-arguments.ts'

const known = ['ingest', 'memory']

test('Without a name every bench runs, three rounds each', () => {
  expect(readArguments([], known)).toEqual({ names: known, rounds: 3, minutes: 2, withWeb: true })
})

test('Benches are named, and rounds and minutes are chosen', () => {
  const args = ['memory', '--rounds', '5', '--minutes', '60', '--without-web']
  expect(readArguments(args, known)).toEqual({
    names: ['memory'],
    rounds: 5,
    minutes: 60,
    withWeb: false,
  })
})

test('A name that does not exist is answered with those that do', () => {
  expect(() => readArguments(['speed'], known)).toThrow(
    'There is no bench "speed"; there are ingest, memory.',
  )
})

test('Fewer than three rounds have no median worth the name', () => {
  expect(() => readArguments(['--rounds', '1'], known)).toThrow('--rounds must be a whole number')
})
