import {
  requestContactTest,
  setMailChannel,
  setOnCall,
  updateContacts,
} from '@highwater/db/commands'
import {
  getPerson,
  listAccounts,
  listDepartments,
  listOnCall,
  listPeople,
  readReachability,
} from '@highwater/db/queries'
import { changes, reads, readsOne, router, shows } from '../trpc.ts'

export const peopleRouter = router({
  departments: shows(listDepartments),
  accounts: reads(listAccounts),
  list: reads(listPeople),
  get: readsOne(getPerson),
  updateContacts: changes(updateContacts),
  testContact: changes(requestContactTest),
  reachability: shows(readReachability),
  onCall: shows(listOnCall),
  setOnCall: changes(setOnCall),
  setMailChannel: changes(setMailChannel),
})
