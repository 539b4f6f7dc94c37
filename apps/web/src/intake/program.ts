import { join } from 'node:path'

/**
 * Where the web server finds the thread that takes signals in, from the folder in which it is run:
 * never inside its own bundle, whose minifier writes functions into the hottest loops anew.
 */
export const intakeProgram = (): string =>
  join(
    /* turbopackIgnore: true */ process.cwd(),
    process.env.NODE_ENV === 'production' ? 'dist/intake.js' : 'src/intake/thread.ts',
  )
