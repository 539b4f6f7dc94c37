import type { Operation } from '../../define-operation.ts'
import {
  readInstallationOperation,
  setMailChannelOperation,
  updateInstallationOperation,
} from './installation.ts'
import { listOnCallOperation, setOnCallOperation } from './on-call.ts'
import { readReachabilityOperation } from './reachability.ts'
import { getPersonOperation, listPeopleOperation } from './read.ts'
import { testContactOperation, updateContactsOperation } from './update.ts'

export const peopleOperations: readonly Operation[] = [
  listPeopleOperation,
  getPersonOperation,
  updateContactsOperation,
  testContactOperation,
  readReachabilityOperation,
  readInstallationOperation,
  updateInstallationOperation,
  setMailChannelOperation,
  listOnCallOperation,
  setOnCallOperation,
]
