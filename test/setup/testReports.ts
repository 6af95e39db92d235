/** What the test tools' own JSON reports tell: how many passed and were skipped, and each that failed with the first line of why. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface TestReport {
  readonly passed: number;
  readonly skipped: number;
  /** A line for each test that failed. */
  readonly failures: readonly string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    /** A file that does not load has failed without a test. */
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly stats: { readonly expected: number; readonly skipped: number };
}

/** Of `--reporter=json`. Throws where the file is missing or no JSON. */
export function readVitestReport(file: string): TestReport {
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  return {
    passed: report.numPassedTests,
    skipped: report.numPendingTests,
    failures: report.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((one) => one.status === 'failed');
      if (failed.length === 0 && status === 'failed') return [`${basename(name)}: ${firstLine(message)}`];
      return failed.map(({ fullName, failureMessages }) => `${basename(name)} ${fullName}: ${firstLine(failureMessages?.[0])}`);
    }),
  };
}

/** Of `reporter: json`. A test that passes only sometimes has failed. Throws where the file is missing or no JSON. */
export function readPlaywrightReport(file: string): TestReport {
  const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
  return { passed: report.stats.expected, skipped: report.stats.skipped, failures: report.suites.flatMap(failuresIn) };
}

function failuresIn(suite: PlaywrightSuite): string[] {
  const own = (suite.specs ?? []).flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => `${file}:${line} ${title}: ${firstLine(results.find(({ error }) => error !== undefined)?.error?.message)}`),
  );
  return [...own, ...(suite.suites ?? []).flatMap(failuresIn)];
}

function firstLine(message: string | undefined): string {
  return stripVTControlCharacters(message ?? 'no reason told')
    .split('\n', 1)[0]!
    .slice(0, 300);
}
