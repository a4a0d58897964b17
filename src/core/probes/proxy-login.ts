/** A proxy ("host:port", "PAC Script: URL") without the user and password that may stand before its host. */
export const withoutLogin = (proxy: string): string =>
  proxy.startsWith('PAC Script: ')
    ? proxy.replace(/\/\/[^/\s]*@/u, '//')
    : proxy.slice(proxy.lastIndexOf('@') + 1)
