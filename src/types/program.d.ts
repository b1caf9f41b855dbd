declare module '*.py' {
  const program: import('../domain/order/host-command.ts').HostProgram
  export default program
}
