import { assertNever } from '../assert-never.ts'
import type { DepartmentId, ProjectId, UserId } from '../ids.ts'

/** The people that a subscription may address by what they are to the alert. */
export const personRoles = ['owner', 'on_call'] as const
export type PersonRole = (typeof personRoles)[number]

/** Whom a message calls by name, beside those whom its channel always calls. */
export const mentionStrategies = ['none', 'owner', 'owner_and_maintainers'] as const
export type MentionStrategy = (typeof mentionStrategies)[number]

/** The farthest reaching of several strategies. */
export const widestMention = (strategies: readonly MentionStrategy[]): MentionStrategy =>
  mentionStrategies.findLast((strategy) => strategies.includes(strategy)) ?? 'none'

/** Who plays which role just now, as far as any subscription asks. Nobody stands for a closed account. */
export interface Roles {
  readonly ownerOf: (project: ProjectId) => UserId | null
  readonly onCallIn: (department: DepartmentId) => readonly UserId[]
  readonly nameOf: (person: UserId) => string
}

export const nobody: Roles = { ownerOf: () => null, onCallIn: () => [], nameOf: () => '' }

/** What an alert is about, as far as it says who plays a role. */
interface Matter {
  readonly project: ProjectId | null
  readonly department: DepartmentId
}

/** The people who play a role for this alert; nobody where the role is not filled. */
export function peopleIn(role: PersonRole, matter: Matter, roles: Roles): readonly UserId[] {
  switch (role) {
    case 'owner': {
      const owner = matter.project === null ? null : roles.ownerOf(matter.project)
      return owner === null ? [] : [owner]
    }
    case 'on_call':
      return roles.onCallIn(matter.department)
    default:
      return assertNever(role)
  }
}
