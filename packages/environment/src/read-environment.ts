import type { z } from 'zod'
import { checkTogether } from './check-together.ts'
import { EnvironmentError, type Problem } from './error.ts'
import type { EnvironmentSource, ProcessName, Variable } from './variable.ts'
import { type VariableName, variables } from './variables.ts'

type Table = typeof variables

type NamesReadBy<Process extends ProcessName> = Process extends 'start'
  ? VariableName
  : {
      [Name in VariableName]: Process extends Table[Name]['readBy'][number] ? Name : never
    }[VariableName]

type Always<Process extends ProcessName> =
  | { [Name in VariableName]: Table[Name] extends { default: string } ? Name : never }[VariableName]
  | {
      [Name in VariableName]: Table[Name] extends { requiredBy: readonly (infer Required)[] }
        ? Process extends Required
          ? Name
          : never
        : never
    }[VariableName]
  | 'HIGHWATER_URL'

type Value<Name extends VariableName> = z.output<Table[Name]['schema']>

/** The checked values under the variables' own names, so that a search finds every use. */
export type Environment<Process extends ProcessName> = {
  readonly [Name in NamesReadBy<Process>]: Name extends Always<Process>
    ? Value<Name>
    : Value<Name> | undefined
}

/** Reads what one program needs, or throws an `EnvironmentError` with every problem in it. */
export function readEnvironment<Process extends ProcessName>(
  source: EnvironmentSource,
  process: Process,
): Environment<Process> {
  const problems: Problem[] = []
  const values: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries<Variable>(variables)) {
    if (!isReadBy(variable, process)) continue
    const outcome = readOne(source[name], variable, process)
    if ('problem' in outcome) problems.push({ name, message: outcome.problem })
    else values[name] = outcome.value
  }
  problems.push(...checkTogether(source, process))
  if (problems.length > 0) throw new EnvironmentError(problems)
  values.HIGHWATER_URL ??= localAddress(String(values.HOST), Number(values.PORT))
  return values as Environment<Process>
}

function isReadBy(variable: Variable, process: ProcessName): boolean {
  return process === 'start' || variable.readBy.includes(process)
}

/** An empty value counts as none: that is how compose files and .env files spell "unset". */
function readOne(
  given: string | undefined,
  variable: Variable,
  process: ProcessName,
): { value: unknown } | { problem: string } {
  const text = given === undefined || given.trim() === '' ? variable.default : given.trim()
  if (text === undefined) {
    const isRequired = variable.requiredBy?.includes(process) === true
    return isRequired ? { problem: 'is missing' } : { value: undefined }
  }
  const parsed = variable.schema.safeParse(text)
  if (parsed.success) return { value: parsed.data }
  const reason = parsed.error.issues[0]?.message ?? 'is malformed'
  return { problem: variable.secret ? reason : `${reason} (it is ${JSON.stringify(text)})` }
}

function localAddress(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}
