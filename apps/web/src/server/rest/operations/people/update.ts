import type { UserId } from '@highwater/core'
import { contactsInput, requestContactTest, updateContacts } from '@highwater/db/commands'
import { getPerson } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { id } from '../../wire.ts'
import { personAnswer } from './person-answer.ts'

export const updateContactsOperation = defineOperation({
  method: 'PATCH',
  path: '/people/{id}',
  id: 'updateContacts',
  tag: 'people',
  summary: 'Change how alerts reach a person and how chats call them; what is left out stays',
  access: 'person.update',
  status: 200,
  body: contactsInput.extend(versionField),
  answer: personAnswer,
  async handle({ context, services, viewer, params, body: { version, ...changes } }) {
    await updateContacts(context, { ...changes, person: params.id, expectedVersion: version })
    return getPerson(services.db, viewer, params.id as UserId)
  },
})

export const testContactOperation = defineOperation({
  method: 'POST',
  path: '/people/{id}/test',
  id: 'testContact',
  tag: 'people',
  summary: 'Send a test message to a person, by the way that alerts go',
  access: 'person.update',
  status: 202,
  body: z.strictObject({
    kind: z.string('Name the kind: email, or that of a robot of their own.').max(40),
  }),
  answer: z.object({ testId: id }),
  handle: ({ context, params, body }) =>
    requestContactTest(context, { person: params.id, kind: body.kind as 'email' }),
})
