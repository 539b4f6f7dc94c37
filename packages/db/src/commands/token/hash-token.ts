import { createHash, randomBytes } from 'node:crypto'

const prefix = 'hw_'

/** 256 random bits: nothing can be gained by guessing, so a plain hash protects it well enough. */
export const newToken = (): string => `${prefix}${randomBytes(32).toString('base64url')}`

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The first characters, by which its owner recognises it in a list. */
export const hintOf = (token: string): string => token.slice(0, prefix.length + 4)
