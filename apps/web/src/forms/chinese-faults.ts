export const chineseFaults: Readonly<Record<string, string>> = {}
