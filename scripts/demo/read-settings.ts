import { parseArgs } from 'node:util'

export interface Settings {
  readonly url: string
  readonly token: string
  readonly seed: number
  readonly everySeconds: number
}

const missingToken =
  'The demo needs an API token that may manage: make one on the system page of the console and set it as HIGHWATER_TOKEN, or start Highwater with a HIGHWATER_BOOTSTRAP_TOKEN of your own and set the same here.'

function number(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new Error(`--${name} must be a whole number from ${least} to ${most} (it is "${text}").`)
}

/** `[--seed 1] [--every 5]`, and where to send from the environment. */
export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      every: { type: 'string', default: '5' },
    },
  })
  const url = environment.HIGHWATER_URL || 'http://127.0.0.1:3000'
  if (!URL.canParse(url)) {
    throw new Error(`HIGHWATER_URL must be an address like http://127.0.0.1:3000 (it is "${url}").`)
  }
  const token = environment.HIGHWATER_TOKEN || environment.HIGHWATER_BOOTSTRAP_TOKEN
  if (!token) throw new Error(missingToken)
  return {
    url: new URL(url).origin,
    token,
    seed: number('seed', values.seed, 0, 1_000_000),
    everySeconds: number('every', values.every, 1, 60),
  }
}
