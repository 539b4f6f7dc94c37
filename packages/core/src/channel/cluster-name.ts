import { z } from 'zod'
import { isPlainName, unseenInName } from '../plain-name.ts'

const length = 'Use 3–32 characters.'

/** The name of an associated OCP cluster (C20). */
export const clusterName = z
  .string()
  .trim()
  .min(3, length)
  .max(32, length)
  .refine(isPlainName, unseenInName)
