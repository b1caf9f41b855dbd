declare module '*.py' {
  const program: import('../domain/remote/host-command.ts').HostProgram
  export default program
}
