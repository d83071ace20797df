import { createApp } from './create-app.ts';
import { settingsOf } from './settings.ts';

const settings = settingsOf(process.env);
const app = await createApp(settings);
app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
await app.listen(settings.port, settings.host);
process.stdout.write(`${JSON.stringify({ api: await app.getUrl() })}\n`);
