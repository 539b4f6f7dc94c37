import type { UserId } from '@highwater/core'
import { getPerson, listPeople } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageFields } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { personAnswer } from './person-answer.ts'

export const listPeopleOperation = defineOperation({
  method: 'GET',
  path: '/people',
  id: 'listPeople',
  tag: 'people',
  summary: 'List people and how alerts reach them',
  access: 'person.read',
  status: 200,
  query: z.strictObject({
    ...wholePageFields,
    q: z.string().trim().max(200).optional().describe('Part of a name or an e-mail address.'),
  }),
  answer: pageOf(personAnswer),
  handle: async ({ services, viewer, query: { q, ...query } }) =>
    pageOfWhole(
      'listPeople',
      await listPeople(services.db, viewer, q === undefined ? {} : { q }),
      ({ id }) => id,
      query,
    ),
})

export const getPersonOperation = defineOperation({
  method: 'GET',
  path: '/people/{id}',
  id: 'getPerson',
  tag: 'people',
  summary: 'Read a person and how alerts reach them',
  access: 'person.read',
  status: 200,
  answer: personAnswer,
  handle: ({ services, viewer, params }) => getPerson(services.db, viewer, params.id as UserId),
})
