'use server'

import { AppError, type ProjectId } from '@highwater/core'
import { type ProtectionLevel, protectionLevels } from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'
import {
  type CommandContext,
  createProject,
  deleteProject,
  setProjectLevel,
  updateProject,
} from '@highwater/db/commands'
import { getProject } from '@highwater/db/queries'
import { redirect } from 'next/navigation'
import { saying } from '~/forms/said.ts'
import { formCommandContext } from '~/server/viewer.ts'
import { formStateOf, type ProjectFormState } from './project-form-state.ts'
import { projectFormValues } from './project-form-values.ts'

async function attempt(
  work: (context: CommandContext) => Promise<unknown>,
): Promise<ProjectFormState | null> {
  try {
    await work(await formCommandContext())
    return null
  } catch (error) {
    if (error instanceof AppError) return formStateOf(error)
    throw error
  }
}

const levelOf = (form: FormData): ProtectionLevel | undefined =>
  protectionLevels.find((level) => level === form.get('level'))

const defined = <Values extends object>(values: Values) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>

/** Makes a project and leads to its page, where its ping address is. */
export async function createProjectAction(
  _before: ProjectFormState,
  form: FormData,
): Promise<ProjectFormState> {
  const { name, ...optional } = projectFormValues(form)
  const kind: ProjectKind = form.get('kind') === 'migration' ? 'migration' : 'synchronization'
  let id: ProjectId | null = null
  const refused = await attempt(async (context) => {
    const input = { name, kind, ...defined({ ...optional, protectionLevel: levelOf(form) }) }
    id = (await createProject(context, input)).id
  })
  if (refused !== null) return refused
  redirect(`/projects/${id}?new=1#signals`)
}

const idOf = (form: FormData): ProjectId => String(form.get('project')) as ProjectId
const versionOf = (form: FormData): number => Number(form.get('version'))

/** Changes what people say of a project; an emptied box unsets. */
export async function updateProjectAction(
  _before: ProjectFormState,
  form: FormData,
): Promise<ProjectFormState> {
  const { department: _, name, tags, ...optional } = projectFormValues(form)
  const project = idOf(form)
  const unset = Object.fromEntries(
    Object.entries(optional).map(([field, value]) => [field, value ?? null]),
  )
  const refused = await attempt((context) =>
    updateProject(context, { project, expectedVersion: versionOf(form), name, tags, ...unset }),
  )
  if (refused !== null) return refused
  redirect(saying('saved', `/projects/${project}`))
}

/** Puts one project under another level. */
export async function setLevelAction(
  _before: ProjectFormState,
  form: FormData,
): Promise<ProjectFormState> {
  const project = idOf(form)
  const level = levelOf(form)
  if (level === undefined) return { error: 'malformed', faults: [] }
  const refused = await attempt((context) => setProjectLevel(context, { project, level }))
  if (refused !== null) return refused
  redirect(saying('saved', `/projects/${project}`))
}

/** Deletes a project whose name was typed to confirm it. */
export async function deleteProjectAction(
  _before: ProjectFormState,
  form: FormData,
): Promise<ProjectFormState> {
  const id = idOf(form)
  const refused = await attempt(async (context) => {
    const project = await getProject(context.db, context.actor, id)
    if (form.get('confirmation') !== project.name) {
      const path = 'confirmation'
      throw new AppError('invalid_input', 'The name differs.', {
        faults: [{ path, message: 'The name differs.' }],
      })
    }
    await deleteProject(context, { project: id })
  })
  if (refused !== null) return refused
  redirect(saying('deleted', '/projects'))
}
