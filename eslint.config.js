import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const nodeModule =
  '^(node:|(assert|buffer|child_process|crypto|events|fs|http|https|net|os|path|process|stream|url|util|worker_threads|zlib)(/|$))';
const electronPackage = '^electron($|/)';

const rule = 'The rule of the house:';
const noBarrel = { regex: '(^|/)index\\.tsx?$', message: 'No barrels: import the file that has the thing.' };

const notReproducible = 'Outputs depend on the plan alone: no clock, no chance, no locale in shared. Take it as an argument.';

export default defineConfig([
  globalIgnores(['node_modules', 'out', 'dist', 'assets', 'test/.results', 'test/golden', 'test/fixtures']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Dear rules about what is not here: enums (the syntax is erasable), classes; deprecations show in the editor.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // `return refuse(…)` reads well where both give nothing.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Typed arrays are read by indices that the loop itself made; `must` is for everything else.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // An async function turns what it throws into a rejection, also where it waits for nothing.
      '@typescript-eslint/require-await': 'off',
      // Objects here are closures, not classes: their functions may be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-imports': ['error', { patterns: [noBarrel] }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            noBarrel,
            { regex: '/(renderer|electron|test)/', message: `${rule} shared imports neither renderer nor electron.` },
            { regex: nodeModule, message: `${rule} shared runs everywhere, so no Node; let the host hand it in.` },
            {
              regex: `${electronPackage}|^(react|react-dom|konva|react-konva|zustand|@mantine/.*)($|/)`,
              message: `${rule} shared knows no host and no screen.`,
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'process', 'Buffer', 'console', 'fetch', 'setTimeout', 'performance'].map((name) => ({
          name,
          message: `${rule} shared has no host; take it as an argument.`,
        })),
        ...['Date', 'Intl', 'crypto'].map((name) => ({ name, message: notReproducible })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: notReproducible },
        ...['toLocaleString', 'localeCompare', 'toLocaleUpperCase', 'toLocaleLowerCase'].map((property) => ({
          property,
          message: notReproducible,
        })),
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            noBarrel,
            { regex: '/(electron|test)/', message: `${rule} renderer imports shared alone; the bridge is its one door to electron.` },
            { regex: `${nodeModule}|${electronPackage}`, message: `${rule} no Node and no Electron in the page; ask the host.` },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'event', message: 'Take the event from the handler.' },
        { name: 'name', message: 'This is window.name.' },
      ],
    },
  },
  {
    files: ['electron/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [noBarrel, { regex: '/(renderer|test)/', message: `${rule} electron imports shared alone.` }] },
      ],
    },
  },
  {
    files: ['electron/{cli,launch,files,page,packaging}/**/*.ts', 'electron/catalogFiles.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            noBarrel,
            { regex: '/(renderer|test)/', message: `${rule} electron imports shared alone.` },
            { regex: electronPackage, message: `${rule} this folder runs without Electron and never imports it.` },
          ],
        },
      ],
    },
  },
  {
    files: ['electron/{cli,launch,packaging}/**/*.ts', 'test/**/*.{ts,tsx}'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A test passes odd things on purpose; what it must not do is forget to wait.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  // The two files at the root stand in no project.
  { files: ['*.{js,ts}'], extends: [tseslint.configs.disableTypeChecked], languageOptions: { parserOptions: { projectService: false } } },
]);
