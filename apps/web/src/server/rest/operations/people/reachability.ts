import { unreachableReasons } from '@highwater/core/person'
import { readReachability } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { named } from '../../wire.ts'

const addressed = z.array(
  named.extend({ subscriptions: z.array(z.string()).describe('That would tell them.') }),
)

export const readReachabilityOperation = defineOperation({
  method: 'GET',
  path: '/reachability',
  id: 'readReachability',
  tag: 'people',
  summary: 'Ask which people alerts cannot reach, and where nobody is there to be reached',
  access: 'person.read',
  status: 200,
  answer: z
    .object({
      people: z.array(
        named.extend({
          email: z.string(),
          reason: z.enum(unreachableReasons),
          ownedProjects: z.int(),
          onCallIn: z.array(z.string()).describe('Departments in whose rota they stand.'),
        }),
      ),
      projects: addressed.describe('Without an owner, though subscriptions address one.'),
      departments: addressed.describe('With nobody on call, though subscriptions address them.'),
    })
    .meta({ id: 'Reachability' }),
  handle: ({ services, viewer }) => readReachability(services.db, viewer),
})
