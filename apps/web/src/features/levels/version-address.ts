export const versionAddress = (version: number): string => `/settings/alerts/versions/${version}`
