import { Exit } from '../exit.ts';
import { plain } from '../output/cells.ts';
import { reportFailure } from '../run.ts';
import { processTerminal as terminal } from '../terminal.ts';
import { say } from '../words.ts';
import { startFresh } from './fresh.ts';
import { parseStoriesOptions } from './options.ts';
import { playStories, type Stage } from './play.ts';
import { countsOf, reportJson, reportLines } from './report.ts';
import { readStory } from './story.ts';

async function main(argv: readonly string[]): Promise<Exit> {
  const options = parseStoriesOptions(argv);
  if (!options.ok) {
    terminal.err(`${options.reason}\n\n${say(options.language, 'storiesUsage')}`);
    return Exit.usage;
  }
  const { language, json } = options;
  if (options.help) {
    terminal.out(say(language, 'storiesUsage'));
    return Exit.done;
  }
  await using opened = new AsyncDisposableStack();
  const stage: Stage = options.server ?? opened.use(await startFresh());
  const stories = options.ids.map((id) => readStory(id));
  try {
    const report = await playStories(stage, stories);
    const lines = json ? reportJson(stories, report) : reportLines(language, stories, report).map(plain);
    for (const line of lines) terminal.out(line);
    return countsOf(stories, report).failed === 0 ? Exit.done : Exit.refused;
  } catch (error) {
    return reportFailure({ language, json, url: stage.url }, error, terminal);
  }
}

process.exitCode = await main(process.argv.slice(2));
