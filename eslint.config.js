// Lint rules: light, and strict where a slip becomes a fault at run time.
const tseslint = require('typescript-eslint');

module.exports = tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'coverage/', 'bench/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-debugger': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name: the file bears the name of its main export.',
        },
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrels: import each thing from the file that makes it.',
        },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^\\.{1,2}(/\\.\\.)*/?$', message: 'Import the file, not its folder.' }] },
      ],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['gateway/**/*.ts', 'gateway/**/*.tsx', 'subgraphs/**/*.ts', 'schema/**/*.ts'],
    rules: {
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Tests look into answers of every shape.
    files: ['test/**/*.ts'],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    // node:test waits for its tests itself.
    files: ['scripts/starter/test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  // Generated from the operations.
  { files: ['gateway/dashboard/client/graph/operation-types.ts'], rules: { 'max-lines': 'off' } },
  { files: ['**/main.ts', '**/*.d.ts'], rules: { 'no-console': 'off' } },
);
