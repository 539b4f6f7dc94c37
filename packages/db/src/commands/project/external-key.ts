import { unlessTaken } from '../database-fault.ts'

/** @throws AppError `conflict` at `externalKey` when another living project has the key */
export const unlessKeyTaken = <T>(write: PromiseLike<T>, key: string | null): Promise<T> =>
  unlessTaken(write, 'project_external_key', {
    path: 'externalKey',
    message: `Another project has the external key "${key ?? ''}" already. Choose another key, or change that project.`,
  })
