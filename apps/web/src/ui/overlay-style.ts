/** The veil behind everything that has to be answered or closed first. */
export const overlayStyle =
  'fixed inset-0 z-50 bg-[light-dark(#10202855,#00000099)] data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:duration-120'
