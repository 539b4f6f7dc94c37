/** Mail servers commonly refuse a client's fiftieth connection, and many of them sooner. */
export const mostMailConnections = 8
