import { AppError } from '@highwater/core'
import {
  type ParameterKey,
  type ParameterPatch,
  parameterKeys,
  parameterOrderFaults,
  parametersFrom,
  parameterTable,
} from '@highwater/core/parameters'
import type { Transaction } from '../../client/connect.ts'
import { auditOf } from '../audit-terms.ts'
import type { ChangeContext } from '../context.ts'
import type { Changed, Unchanged } from '../define-command.ts'
import { sqlOf } from '../sql-of.ts'
import { judgeAnew } from './judge-anew.ts'
import type { PresentParameters } from './load-parameters.ts'

export interface ParametersChanged {
  /** The version of the set as it is now. */
  readonly version: number
  readonly changed: readonly ParameterKey[]
}

/** @throws AppError `conflict` if somebody changed one of these after it was read */
function expectUntouched(
  present: PresentParameters,
  keys: readonly ParameterKey[],
  expected: number | undefined,
) {
  if (expected === undefined) return
  const touched = keys.filter((key) => present.versionOf(key) > expected)
  if (touched.length === 0) return
  throw new AppError(
    'conflict',
    `Somebody else has changed ${touched.join(', ')} meanwhile: the parameters are at version ${present.version}, your change was made from version ${expected}. Look at them again and repeat your change.`,
    {
      current: {
        version: present.version,
        values: Object.fromEntries(touched.map((key) => [key, present.parameters[key]])),
      },
    },
  )
}

/** Those that the new values really change. */
const differing = ({ parameters }: PresentParameters, values: ParameterPatch) =>
  parameterKeys.flatMap((key): [ParameterKey, number][] => {
    const value = values[key]
    return value === undefined || value === parameters[key] ? [] : [[key, value]]
  })

/** Writes new values; one that is the default is stored as none, and follows the default from then on. */
export async function changeParameters(
  tx: Transaction,
  present: PresentParameters,
  values: ParameterPatch,
  expectedVersion: number | undefined,
  { actor, actorName, now }: ChangeContext,
): Promise<Changed<ParametersChanged> | Unchanged<ParametersChanged>> {
  const changes = differing(present, values)
  const keys = changes.map(([key]) => key)
  const [first, ...others] = keys
  if (first === undefined) {
    return { result: { version: present.version, changed: [] }, unchanged: true }
  }
  expectUntouched(present, keys, expectedVersion)
  const after = parametersFrom({ ...present.parameters, ...Object.fromEntries(changes) })
  const faults = parameterOrderFaults(after, keys)
  const [fault] = faults
  if (fault) throw new AppError('invalid_input', `${fault.path}: ${fault.message}`, { faults })

  const version = present.version + 1
  const changedBy = actor.type === 'user' ? actor.id : null
  const stored = changes.map(([key, value]) =>
    value === parameterTable[key].default ? null : value,
  )
  await sqlOf(tx)`
    insert into parameter (key, value, version, changed_at, changed_by, changed_by_name)
    select key, value, ${version}, ${now}, ${changedBy}, ${actorName}
    from unnest(${keys}::text[], ${stored}::float8[]) as t (key, value)
    on conflict (key) do update set value = excluded.value, version = excluded.version,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by,
      changed_by_name = excluded.changed_by_name`
  const judged = await judgeAnew(tx, keys, after, now)
  const draft = (key: ParameterKey) =>
    auditOf(
      'parameter.update',
      { id: key, name: parameterTable[key].label.en },
      { before: { value: present.parameters[key] }, after: { value: after[key] } },
    )
  return {
    result: { version, changed: keys },
    audit: [draft(first), ...others.map(draft)],
    topics: judged ? ['parameters', 'evaluate'] : ['parameters'],
  }
}
