/** Tests run as the compiler emitted them: what is tested is what is bundled. */
export default {
  rootDir: process.env.BUILD_DIR ?? 'build',
  testMatch: ['<rootDir>/__tests__/**/*.test.js'],
  transform: {},
  testTimeout: 60_000,
}
