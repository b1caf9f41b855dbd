export type Architecture = 'x86_64' | 'arm64'

export type Platform = `linux/${'amd64' | 'arm64'}`
