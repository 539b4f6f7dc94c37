/** Letters, digits, dots, hyphens and underscores: a name can neither leave a folder nor hide in it. */
export const scriptName = /^[A-Za-z0-9_][\w.-]{0,99}$/
