/** Where the API lives; the version in it stays as long as its names and shapes do. */
export const apiRoot = '/api/v1'
