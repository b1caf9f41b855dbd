import { machine } from './local/machine/patience.ts'

/** Milliseconds: two minutes of an idle machine, as busy as this one is now. End-to-end tests count for themselves. */
const testTimeout = Math.ceil(120_000 * (await machine.slowness()))

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.py'],
  transform: {
    '\\.ts$': '<rootDir>/scripts/jest/strip-types.mjs',
    '\\.py$': '<rootDir>/scripts/jest/host-program.mjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/build'],
  clearMocks: true,
}

export default {
  // Of a project's own Jest takes no notice.
  testTimeout,
  testSequencer: '<rootDir>/scripts/jest/sequencer.mjs',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/__tests__/(e2e|vm)/'],
      globalSetup: '<rootDir>/scripts/jest/temporary-folder.mjs',
      globalTeardown: '<rootDir>/scripts/jest/nothing-left.mjs',
    },
    {
      ...common,
      displayName: 'e2e',
      testEnvironment: '<rootDir>/scripts/jest/in-place.mjs',
      testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'],
      testPathIgnorePatterns: ['faults\\.test\\.ts$'],
    },
    {
      ...common,
      displayName: 'vm',
      testMatch: ['<rootDir>/__tests__/vm/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'faults',
      testMatch: ['<rootDir>/__tests__/e2e/faults.test.ts'],
    },
  ],
}
