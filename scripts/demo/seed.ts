import { loadStory } from '../../packages/cli/src/stories/play.ts';
import { readStory, type Story } from '../../packages/cli/src/stories/story.ts';
import type { Context } from '../../packages/server/src/context.ts';
import { appendNewKey } from '../../packages/server/src/operations/create-key.ts';
import { seedCodes } from './codes.ts';
import type { Credentials } from './demo-folder.ts';

/** Captures the stories through the API, as their parties would, gives a firm codes, and returns a key for each kind of reader. */
export async function seed(
  context: Context,
  url: string,
  stories: readonly Story[],
  say: (line: string) => void,
): Promise<Credentials> {
  const regulator = await appendNewKey(context, { plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  for (const story of stories) {
    const { stored, repeats, refused } = await loadStory({ url, key: regulator.key }, story);
    if (refused) throw new Error(`${story.id}/${refused.file} was refused: ${refused.detail.en}`);
    say(`  ${story.id}  ${story.title.zh} / ${story.title.en}: ${stored + repeats} events`);
  }
  const party = integratorOf(stories);
  const integrator = await appendNewKey(context, { plane: 'enterprise', party });
  await seedCodes(url, { regulator: regulator.key, firm: integrator.key }, party);
  return { url, logins: [], keys: { integrator: integrator.key, regulator: regulator.key } };
}

/** The party whose key a newcomer tries first: a collecting station, which buys from farmers, packs and ships. */
function integratorOf(stories: readonly Story[]): string {
  const parties = stories.flatMap((story) => story.registers.parties);
  const party = parties.find((row) => row.role === 'collector') ?? parties[0];
  if (!party) throw new Error('the stories name no party');
  return party.uri;
}

/** The stories of the demo's province. */
export const readStories = (): Story[] => ['S01', 'S04', 'S05'].map((id) => readStory(id));
