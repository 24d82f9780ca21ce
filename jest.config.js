/** Tests run on the sources; SWC compiles them because type-graphql and TypeORM need decorator metadata. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/kit/find-test-database.ts',
  transform: { '^.+\\.ts$': '@swc/jest' },
  testTimeout: 60_000,
};
