/** A sentence for the errors of listening that an operator can do something about. */
export function whyNotListening(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that one, or choose another port.`;
    case 'EACCES':
      return `Port ${port} may only be opened by root. Choose one from 1024 on.`;
    case 'EADDRNOTAVAIL':
      return `The address ${host} belongs to no network card of this machine.`;
    default:
      return `The server cannot listen on ${host}:${port}: ${error.message}`;
  }
}
