import { EnvironmentError } from './error.ts'

/**
 * The refusal of a secret that is not the one of this database. With it nothing sealed could be opened, and
 * the audit would be signed anew under the name of the old key: from there on it would count as forged.
 */
export const foreignSecret = (keyId: string): EnvironmentError =>
  new EnvironmentError([
    {
      name: 'HIGHWATER_SECRET',
      message:
        `is not the one that this database was used with: its key "${keyId}" has another value there. ` +
        'Bring that one back, or take the database that goes with this one. ' +
        'If it is lost, give a new one another id (HIGHWATER_SECRET=new:BASE64 of 32 bytes), ' +
        'and enter all passwords and tokens of channels and sources again.',
    },
  ])
