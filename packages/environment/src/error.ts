/** `message` never holds a secret's value. */
export type Problem = { readonly name: string; readonly message: string }

/** Lists every problem at once, so that one edit mends them all. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const lines = problems.map((problem) => `  ${problem.name} ${problem.message}`)
    super(`The environment cannot be used:\n${lines.join('\n')}`)
    this.problems = problems
  }
}
