import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** The work grows faster than the length, and so many characters say enough. */
const charactersJudged = 40

let estimator: Promise<ZxcvbnFactory> | null = null

/** Its dictionaries take a moment and some megabytes: they are loaded when first asked for. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })
}

/** What somebody who guesses a person's password tries first. */
function knownOf(email: string, name: string): string[] {
  const whole = [email, ...email.split('@'), name.toLowerCase()]
  const parts = whole.flatMap((text) => text.split(/[\s._-]+/))
  return ['highwater', ...whole, ...parts].filter((part) => part.length > 1)
}

/** How hard a password is to guess, from 0 to 4, for somebody who knows whose it is. */
export async function estimateStrength(
  password: string,
  { email, displayName }: { readonly email: string; readonly displayName: string },
): Promise<number> {
  estimator ??= load()
  const { score } = (await estimator).check(
    password.slice(0, charactersJudged),
    knownOf(email, displayName),
  )
  return score
}
