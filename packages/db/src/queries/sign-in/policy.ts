import type { DepartmentId } from '@highwater/core'
import type { Actor, DepartmentRole } from '@highwater/core/permissions'
import type { AdmittedWithoutRule, ClaimRule } from '@highwater/core/sign-in'
import { isNull } from 'drizzle-orm'
import { readSignInPolicy } from '../../auth/provider/known-provider.ts'
import type { Database } from '../../client/connect.ts'
import { department } from '../../schema/index.ts'
import { permit } from '../permit.ts'
import type { Reader } from '../reader.ts'

export interface NamedGrant {
  /** Null: the department is gone, and the rule gives nothing there. */
  readonly department: { readonly id: DepartmentId; readonly name: string } | null
  readonly role: DepartmentRole
}

export interface ClaimRuleItem extends Omit<ClaimRule, 'departments'> {
  readonly departments: readonly NamedGrant[]
}

export interface SignInPolicyItem {
  readonly rules: readonly ClaimRuleItem[]
  /** Who comes in though no rule says anything of them. */
  readonly withoutRule: AdmittedWithoutRule
  readonly environmentLinksByEmail: boolean
  readonly environmentVouchesForEmail: boolean
  readonly version: number
}

/** Grants with the names of their departments. */
export async function nameGrants(db: Reader) {
  const rows = await db
    .select({ id: department.id, name: department.name })
    .from(department)
    .where(isNull(department.deletedAt))
  const named = new Map(rows.map((row) => [row.id, row]))
  return (grants: ClaimRule['departments']): NamedGrant[] =>
    grants.map((grant) => ({ department: named.get(grant.department) ?? null, role: grant.role }))
}

/** The claim rules in their order, and what the provider of the environment may do. */
export async function getSignInPolicy(db: Database, viewer: Actor): Promise<SignInPolicyItem> {
  permit(viewer, 'signIn.read')
  const { rules, ...policy } = await readSignInPolicy(db.orm)
  const named = await nameGrants(db.orm)
  return {
    rules: rules.map((rule) => ({ ...rule, departments: named(rule.departments) })),
    withoutRule: policy.withoutRule,
    environmentLinksByEmail: policy.environmentLinksByEmail,
    environmentVouchesForEmail: policy.environmentVouchesForEmail,
    version: policy.version,
  }
}
