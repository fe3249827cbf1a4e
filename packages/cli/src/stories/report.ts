import { type Language, say } from '../words.ts';
import type { Played, Report } from './play.ts';
import type { Story } from './story.ts';

/** How many checks hold, do not hold and are not there yet. A refused document fails its story once. */
export function countsOf(stories: readonly Story[], report: Report) {
  const refused = report.played.filter((played) => played.refused !== undefined).length;
  return {
    passed: report.results.filter((result) => result.passed).length,
    failed: report.results.filter((result) => !result.passed).length + refused,
    later: stories.reduce((sum, story) => sum + story.later.length, 0),
  };
}

function playedLine(language: Language, story: Story, played: Played): string {
  const { stored, repeats, refused } = played;
  if (refused !== undefined)
    return say(language, 'storyRefused', {
      id: story.id,
      file: refused.file,
      detail: refused.detail[language],
    });
  return say(language, 'storyLoaded', {
    id: story.id,
    title: story.title[language],
    documents: story.documents.length,
    stored,
    repeats,
  });
}

/** The report for a person: a paragraph a story, one line an expectation, and the count last. */
export function reportLines(language: Language, stories: readonly Story[], report: Report): string[] {
  const lines = stories.flatMap((story) => {
    const played = report.played.find((entry) => entry.story === story.id);
    const results = report.results.filter((result) => result.story === story.id);
    return [
      ...(played === undefined ? [] : [playedLine(language, story, played)]),
      ...results.flatMap((result) => [
        `  ${say(language, result.passed ? 'pass' : 'fail')}  ${result.id}  ${result.title[language]}`,
        ...result.faults.map((fault) => `        ${fault}`),
      ]),
      ...story.later.map((later) => `  ${say(language, 'notYet')}  ${later.id}  ${later.reason[language]}`),
      '',
    ];
  });
  return [...lines, say(language, 'storiesTotal', countsOf(stories, report))];
}

/** The report for a program: one object a line, the count last. */
export function reportJson(stories: readonly Story[], report: Report): string[] {
  const later = stories.flatMap((story) =>
    story.later.map((entry) => ({ story: story.id, id: entry.id, later: entry.reason.en })),
  );
  return [...report.played, ...report.results, ...later, countsOf(stories, report)].map((line) =>
    JSON.stringify(line),
  );
}
