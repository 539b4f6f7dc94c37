import type { ProjectId } from '@highwater/core'
import {
  createProject,
  deleteProject,
  deleteTag,
  renameTag,
  setProjectLevel,
  setProjectLevels,
  updateProject,
} from '@highwater/db/commands'
import {
  findProjects,
  getProject,
  type HistoryRange,
  listProjectRows,
  listTagNames,
  listTags,
  readLatencyHistory,
  readProjectPage,
  readSparklines,
} from '@highwater/db/queries'
import { z } from 'zod'
import { changeInBulk } from '../bulk-change.ts'
import { changes, reads, readsOne, router, shows, signedIn } from '../trpc.ts'

/** More samples than pixels tell nobody anything. */
const mostPoints = 2_000

const mostSparklines = 200

const historyInput = z.object({
  project: z.custom<ProjectId>(),
  from: z.custom<HistoryRange['from']>(Number.isSafeInteger),
  to: z.custom<HistoryRange['to']>(Number.isSafeInteger),
  points: z.int().min(1).max(mostPoints),
})

export const projectRouter = router({
  list: reads(listProjectRows),
  find: reads(findProjects),
  get: readsOne(getProject),
  page: readsOne(readProjectPage),
  sparklines: signedIn
    .input(z.object({ projects: z.array(z.custom<ProjectId>()).max(mostSparklines) }))
    .query(({ ctx, input }) => readSparklines(ctx.services.db, ctx.viewer, input.projects)),
  history: signedIn
    .input(historyInput)
    .query(({ ctx, input: { project, ...range } }) =>
      readLatencyHistory(ctx.services.db, ctx.viewer, project, range),
    ),
  create: changes(createProject),
  update: changes(updateProject),
  remove: changes(deleteProject),
  setLevel: changes(setProjectLevel),
  setLevels: changes(setProjectLevels),
  bulk: changes(changeInBulk),
  tags: shows(listTags),
  tagNames: shows(listTagNames),
  renameTag: changes(renameTag),
  removeTag: changes(deleteTag),
})
