import type { SilenceScope } from './scope.ts'

/** What a silence covers that names nothing: all there is. */
export const everything: SilenceScope = {
  department: null,
  projects: [],
  departments: [],
  tags: [],
  events: [],
  levels: [],
  exceptProjects: [],
}
