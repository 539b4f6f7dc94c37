import { parseArgs } from 'node:util'

export interface Arguments {
  readonly names: readonly string[]
  readonly rounds: number
  readonly minutes: number
  readonly withWeb: boolean
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new Error(`--${name} must be a whole number from ${least} to ${most} (it is "${text}").`)
}

/** `[name ...] [--rounds 3] [--minutes 2] [--without-web]`; without a name, all of them in the order they stand. */
export function readArguments(args: readonly string[], known: readonly string[]): Arguments {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      minutes: { type: 'string', default: '2' },
      'without-web': { type: 'boolean', default: false },
    },
  })
  const strange = positionals.filter((name) => !known.includes(name))
  if (strange.length > 0) {
    throw new Error(`There is no bench "${strange.join('", "')}"; there are ${known.join(', ')}.`)
  }
  return {
    names: positionals.length > 0 ? positionals : known,
    rounds: wholeNumber('rounds', values.rounds, 3, 20),
    minutes: wholeNumber('minutes', values.minutes, 1, 240),
    withWeb: !values['without-web'],
  }
}
