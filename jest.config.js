/** Tests run on the sources; SWC compiles them because type-graphql and TypeORM need decorator metadata. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/kit/find-test-database.ts',
  // These come as ES modules only, which Node requires and Jest does not.
  transform: { '^.+\\.ts$': '@swc/jest', '/node_modules/(jose|saxen|@noble/hashes)/.+\\.js$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!(jose|saxen|@noble/hashes)/)'],
  testTimeout: 60_000,
  // Suites start servers and browsers of their own: two at a time, on a large machine too.
  maxWorkers: 2,
};
