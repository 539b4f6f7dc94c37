import { AppError, type DepartmentId, type InputFault } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { type Named, type SubscriptionScope, wholeScope } from '@highwater/core/subscription'
import { and, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { departmentVisibleTo, projectVisibleTo } from '../../queries/visible.ts'
import { department, project } from '../../schema/index.ts'

const missing = (
  path: string,
  named: readonly string[],
  before: readonly string[],
  found: readonly { readonly id: string }[],
  what: string,
): InputFault[] => {
  // What is named already may stay: what has been deleted since keeps nobody from saving the rest.
  const known = new Set([...before, ...found.map(({ id }) => id)])
  const message = `There is no such ${what}, or you may not see it.`
  return named.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: `${path}[${index}]`, message }],
  )
}

async function faultsIn(
  tx: Transaction,
  actor: Actor,
  path: string,
  { projects, departments }: Named,
  before: Named,
): Promise<InputFault[]> {
  const foundProjects =
    projects.length === 0
      ? []
      : await tx
          .select({ id: project.id })
          .from(project)
          .where(
            and(
              inArray(project.id, [...projects]),
              isNull(project.deletedAt),
              projectVisibleTo(actor),
            ),
          )
  const foundDepartments =
    departments.length === 0
      ? []
      : await tx
          .select({ id: department.id })
          .from(department)
          .where(
            and(
              inArray(department.id, [...departments]),
              isNull(department.deletedAt),
              departmentVisibleTo(actor, department.id, { shared: false }),
            ),
          )
  return [
    ...missing(`${path}.projects`, projects, before.projects, foundProjects, 'project'),
    ...missing(
      `${path}.departments`,
      departments,
      before.departments,
      foundDepartments,
      'department',
    ),
  ]
}

/**
 * Whether everything that a scope names, and did not name before, is there and may be named.
 * @throws AppError `invalid_input` with paths such as `scope.except.projects[0]`
 */
export async function expectScope(
  tx: Transaction,
  actor: Actor,
  home: DepartmentId | null,
  scope: SubscriptionScope,
  before: SubscriptionScope = wholeScope,
): Promise<void> {
  const elsewhere = scope.departments.findIndex((id) => home !== null && id !== home)
  const message = "A department's subscription hears of no other department."
  const faults = [
    ...(elsewhere < 0 ? [] : [{ path: `scope.departments[${elsewhere}]`, message }]),
    ...(await faultsIn(
      tx,
      actor,
      'scope',
      elsewhere < 0 ? scope : { ...scope, departments: [] },
      before,
    )),
    ...(await faultsIn(tx, actor, 'scope.except', scope.except, before.except)),
  ]
  const [first] = faults
  if (first) throw new AppError('invalid_input', `${first.path}: ${first.message}`, { faults })
}
