import { readEnvironment } from '@highwater/environment'

/** The worker's settings; a wrong one ends the start with every problem listed. */
export const readWorkerEnvironment = () => readEnvironment(process.env, 'worker')

export type WorkerEnvironment = ReturnType<typeof readWorkerEnvironment>
