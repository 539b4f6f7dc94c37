/** The first fault at this path or anywhere below it, such as `scope.projects[3]` for `scope.projects`. */
export const faultUnder = (
  errors: Readonly<Record<string, string>>,
  path: string,
): string | undefined =>
  Object.entries(errors).find(
    ([at]) => at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`),
  )?.[1]
