import type { ResponseCheck } from './config.ts'

/** Whether a status means that the message was taken: as the check lists, otherwise any 2xx. */
export const isAcceptedStatus = (status: number, check: ResponseCheck | undefined): boolean =>
  check?.status === undefined ? status >= 200 && status <= 299 : check.status.includes(status)
