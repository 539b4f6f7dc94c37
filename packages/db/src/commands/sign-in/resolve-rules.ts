import { AppError, formatPath, type InputFault } from '@highwater/core'
import { type ClaimRule, type claimRulesInput, environmentProvider } from '@highwater/core/sign-in'
import { isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '../../queries/reader.ts'
import { department, signInProvider } from '../../schema/index.ts'

type Written = z.output<typeof claimRulesInput>

/**
 * Rules as they are kept: departments and providers by id, though they may be written by name.
 * @throws AppError `invalid_input` with every reference that leads nowhere
 */
export async function resolveRules(db: Reader, rules: Written): Promise<ClaimRule[]> {
  const departments = await db.select({ id: department.id, name: department.name }).from(department)
  const providers = await db
    .select({ id: signInProvider.id, name: signInProvider.name })
    .from(signInProvider)
    .where(isNull(signInProvider.deletedAt))
  const faults: InputFault[] = []
  const resolved = rules.map((rule, at): ClaimRule => {
    const provider =
      rule.provider === null || rule.provider === environmentProvider
        ? rule.provider
        : (providers.find(({ id, name }) => id === rule.provider || name === rule.provider)?.id ??
          null)
    if (provider === null && rule.provider !== null) {
      const path = formatPath(['rules', at, 'provider'])
      faults.push({ path, message: `There is no provider "${rule.provider}".` })
    }
    const grants = rule.departments.flatMap((grant, index) => {
      const found = departments.find(
        ({ id, name }) => id === grant.department || name === grant.department,
      )
      if (found) return [{ department: found.id, role: grant.role }]
      const path = formatPath(['rules', at, 'departments', index, 'department'])
      faults.push({ path, message: `There is no department "${grant.department}".` })
      return []
    })
    return { ...rule, provider, departments: grants }
  })
  if (faults.length === 0) return resolved
  throw new AppError('invalid_input', faults.map(({ message }) => message).join(' '), { faults })
}
