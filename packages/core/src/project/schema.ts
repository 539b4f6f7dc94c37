import { z } from 'zod'
import { isPlainName, unseenInName } from '../plain-name.ts'
import { protectionLevels } from '../policy/level.ts'
import { projectKinds } from './kind.ts'

export const projectName = z
  .string()
  .trim()
  .min(1, 'Give the project a name.')
  .max(128, 'Use at most 128 characters.')
  .refine(isPlainName, unseenInName)

/** The name under which the outside knows a project. */
export const externalKey = z.string().trim().min(1).max(200, 'Use at most 200 characters.')

/** As OMS has it: 1–20 characters without spaces. */
export const tagName = z
  .string()
  .regex(/^\S{1,20}$/u, 'Use 1–20 characters without spaces.')
  .refine(isPlainName, unseenInName)

/** At most this many tags on one project (OMS's API says five), and on all of them together. */
export const mostTagsOfProject = 5
export const mostTags = 100

const tags = z
  .array(tagName)
  .max(mostTagsOfProject, `Use at most ${mostTagsOfProject} tags.`)
  .refine((list) => new Set(list).size === list.length, 'Name each tag once.')

const endpoint = z.strictObject({ type: z.string().trim().min(1).max(64) })
const reference = z.string().trim().min(1).max(200)
const maintainers = z.array(reference).max(20, 'Name at most 20 people.')
const expectedIntervalSeconds = z
  .number()
  .min(1, 'Use 1–86400 seconds.')
  .max(86_400, 'Use 1–86400 seconds.')

export const createProjectInput = z.strictObject({
  name: projectName,
  kind: z.enum(projectKinds),
  externalKey: externalKey.optional(),
  department: reference.optional(),
  owner: reference.optional(),
  maintainers: maintainers.optional(),
  source: endpoint.optional(),
  target: endpoint.optional(),
  tags: tags.optional(),
  protectionLevel: z.enum(protectionLevels).optional(),
  expectedIntervalSeconds: expectedIntervalSeconds.optional(),
  alertBeforeCatchUp: z.boolean().optional(),
})

/** What may be changed later; the kind may not, and the level has an operation of its own. */
export const updateProjectInput = z
  .strictObject({
    name: projectName,
    externalKey: externalKey.nullable(),
    owner: reference.nullable(),
    maintainers,
    source: endpoint.nullable(),
    target: endpoint.nullable(),
    tags,
    expectedIntervalSeconds: expectedIntervalSeconds.nullable(),
    alertBeforeCatchUp: z.boolean(),
  })
  .partial()
