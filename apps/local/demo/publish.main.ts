/** `publish.main.ts FILE…`: publishes these procedures of the release, each judged like an upload; exits with 1 when one is refused. */
import { readFileSync } from 'node:fs';
import { createApp } from '../../api/create-app.ts';
import { DefinitionService } from '../../api/definitions/definition.service.ts';
import { settingsOf } from '../../api/settings.ts';
import { CaseError } from '../../../domain/errors.ts';
import { proceduresFolder, releasePublisher } from './unpublished.ts';

const app = await createApp(settingsOf(process.env));
const definitions = app.get(DefinitionService, { strict: false });
for (const file of process.argv.slice(2)) {
  try {
    await definitions.publish(readFileSync(new URL(file, proceduresFolder)), releasePublisher, { dryRun: false });
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    console.error(`${file}: ${error.message} ${JSON.stringify(error.details)}`);
    process.exitCode = 1;
  }
}
await app.close();
