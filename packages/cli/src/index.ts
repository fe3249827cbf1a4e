export { captureDocument } from './commands/capture.ts';
export { Exit } from './exit.ts';
export { run } from './run.ts';
