'use server'

import type { DepartmentId, UserId } from '@highwater/core'
import { departmentRoles, globalRoles } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { saying } from '~/forms/said.ts'
import { oneOf } from '~/list/read-list-query.ts'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const departmentOf = (form: FormData) => textOf(form, 'department') as DepartmentId
const userOf = (form: FormData) => textOf(form, 'user') as UserId
const revalidate = () => revalidatePath('/people', 'layout')

export const saveDepartment = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const settings = {
      name: textOf(form, 'name'),
      defaultLevel: oneOf(protectionLevels, textOf(form, 'defaultLevel')) ?? 'low',
      defaultSubscription: form.get('defaultSubscription') !== null,
    }
    const department = departmentOf(form)
    if (department === '') {
      const { id } = await api.department.create(settings)
      revalidate()
      redirect(saying('saved', `/people/departments/${id}`))
    }
    const expectedVersion = Number(form.get('version'))
    await api.department.update({ ...settings, department, expectedVersion })
    revalidate()
  })

export const deleteDepartment = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.department.remove({ department: departmentOf(form) })
    revalidate()
    redirect(saying('deleted', '/people/departments'))
  })

export const saveMember = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const role = oneOf(departmentRoles, textOf(form, 'role')) ?? 'viewer'
    await api.department.setMember({ department: departmentOf(form), user: userOf(form), role })
    revalidate()
  })

export const removeMember = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.department.removeMember({ department: departmentOf(form), user: userOf(form) })
    revalidate()
  })

/** Each department is a field of its own, empty where they are no member. */
const membershipsOf = (form: FormData) =>
  [...form.entries()].flatMap(([name, value]) => {
    const role = oneOf(departmentRoles, String(value))
    return name.startsWith('in.') && role !== undefined
      ? [{ department: name.slice('in.'.length), role }]
      : []
  })

export const saveUser = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const settings = {
      email: textOf(form, 'email'),
      displayName: textOf(form, 'displayName'),
      role: oneOf(globalRoles, textOf(form, 'role')) ?? 'user',
      mobile: textOf(form, 'mobile'),
      description: textOf(form, 'description'),
      departments: membershipsOf(form),
    }
    const user = userOf(form)
    if (user !== '') {
      await api.user.update({ ...settings, user, expectedVersion: Number(form.get('version')) })
      revalidate()
      redirect(saying('saved', `/people/${user}`))
    }
    const initialPassword = String(form.get('initialPassword') ?? '')
    const password = initialPassword === '' ? {} : { initialPassword }
    const { id } = await api.user.create({ ...settings, ...password })
    revalidate()
    redirect(saying('saved', `/people/${id}`))
  })

export const switchUser = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.user.update({ user: userOf(form), disabled: textOf(form, 'disabled') === 'yes' })
    revalidate()
  })

export const deleteUser = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const heir = textOf(form, 'handOverTo')
    await api.user.remove({ user: userOf(form), handOverTo: heir === '' ? null : heir })
    revalidate()
    redirect(saying('deleted', '/people'))
  })
