import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase } from 'vitest/node';

/** Names, in the file of `LIANDONG_SECOND_TRY` or on the console, each test that passed only when it was tried again. */
export default class SecondTryReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    if (!test.diagnostic()?.flaky) return;
    const { errors = [] } = test.result();
    const line = `${test.module.relativeModuleId}\n  ${test.fullName}\n${errors.map(({ stack, message }) => stack ?? message).join('\n')}\n`;
    const file = process.env['LIANDONG_SECOND_TRY'];
    if (file) appendFileSync(file, line);
    else console.warn(`passed when tried again: ${line}`);
  }
}
