import { start } from './server/start.ts'

/** Next calls it once, before the first request is served. */
export const register = (): Promise<void> => start()
