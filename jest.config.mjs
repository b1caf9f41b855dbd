import { existsSync } from 'node:fs'

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.sh'],
  transform: {
    '\\.ts$': '<rootDir>/scripts/jest-strip-types.mjs',
    '\\.sh$': '<rootDir>/scripts/jest-text.mjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/build'],
  clearMocks: true,
}

const e2eSupport = (name) => {
  const path = `__tests__/e2e/support/${name}.ts`
  return existsSync(new URL(path, import.meta.url)) ? `<rootDir>/${path}` : undefined
}

export default {
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/__tests__/e2e/'],
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'],
      testTimeout: 300_000,
      ...(e2eSupport('setup') && { globalSetup: e2eSupport('setup') }),
      ...(e2eSupport('teardown') && { globalTeardown: e2eSupport('teardown') }),
    },
  ],
}
