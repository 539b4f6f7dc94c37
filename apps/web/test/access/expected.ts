import { assertNever } from '@highwater/core'
import {
  type Action,
  type Actor,
  can,
  type PermissionRule,
  permissions,
  type ResourceFacts,
  visibility,
} from '@highwater/core/permissions'
import type { Homes, Thing, ThingName, World } from './world.fixture.ts'

/** What an operation is about, which says what the permission table must be asked. */
export type About =
  /** Lists and previews: everybody may ask, and is shown what they may see. */
  | { readonly kind: 'seen' }
  /** What belongs to the installation. */
  | { readonly kind: 'whole' }
  /** One thing. */
  | { readonly kind: 'thing'; readonly thing: ThingName }
  /** One thing that nobody else need know of: a refusal does not tell it from one that is not there. */
  | { readonly kind: 'private'; readonly thing: ThingName }
  /** One thing that is asked for by whose it is, before it is looked for. */
  | { readonly kind: 'of'; readonly thing: ThingName }
  /** Some of many: those that one may not see are left out. */
  | { readonly kind: 'chosen'; readonly thing: ThingName; readonly unseen: 'allowed' | 'refused' }
  /** Something new in the department; `own`: it belongs to its maker. */
  | { readonly kind: 'new'; readonly own: boolean }
  /** What is the asker's own: any person. */
  | { readonly kind: 'own' }
  | { readonly kind: 'public' }

export type Outcome =
  | 'allowed'
  | 'unauthenticated'
  | 'not_found'
  | 'invalid_input'
  | `forbidden ${string}`

/** Whether somebody may know of a thing at all: with these facts they may, or it is nobody's alone. */
function isSeen(
  actor: Actor,
  { facts: { department, owner }, knownIn }: Omit<Thing, 'id'>,
): boolean {
  const sees = visibility(actor)
  if (sees.all) return true
  if (owner && sees.owner === owner) return true
  if (knownIn !== undefined && sees.departments.includes(knownIn)) return true
  if (department === undefined) return owner === undefined
  return department === null || sees.departments.includes(department)
}

const personOf = (actor: Actor) => {
  if (actor.type === 'token') return actor.onBehalfOf?.id ?? null
  return actor.type === 'user' ? actor.id : null
}

const asked = (actor: Actor, action: Action, facts: ResourceFacts): Outcome => {
  const decision = can(actor, action, facts)
  return decision.allowed ? 'allowed' : `forbidden ${decision.because}`
}

/** What the permission table says of an operation that does `action`. */
export function expectedOf(
  actor: Actor,
  action: Action,
  about: About,
  { home, things }: Pick<World, 'things'> & Homes,
): Outcome {
  if (about.kind === 'public') return 'allowed'
  if (actor.type === 'anonymous') return 'unauthenticated'
  const rule: PermissionRule = permissions[action]
  if (actor.type === 'token' && !rule.scopes.includes(actor.scope))
    return 'forbidden scope_too_small'
  switch (about.kind) {
    case 'seen':
    case 'own':
      return 'allowed'
    case 'whole':
      return asked(actor, action, {})
    case 'new': {
      const owner = about.own ? { owner: personOf(actor) } : {}
      const facts = { department: home.id, ...owner }
      const isKnown = isSeen(actor, { facts: { department: home.id } })
      return isKnown ? asked(actor, action, facts) : 'invalid_input'
    }
    case 'chosen': {
      const thing = things[about.thing]
      if (isSeen(actor, thing)) return asked(actor, action, thing.facts)
      if (about.unseen === 'allowed') return 'allowed'
      return asked(actor, action, { department: actor.type === 'token' ? actor.department : null })
    }
    case 'of':
      return asked(actor, action, things[about.thing].facts)
    case 'private':
      return can(actor, action, things[about.thing].facts).allowed ? 'allowed' : 'not_found'
    case 'thing': {
      const thing = things[about.thing]
      return isSeen(actor, thing) ? asked(actor, action, thing.facts) : 'not_found'
    }
    default:
      return assertNever(about)
  }
}
