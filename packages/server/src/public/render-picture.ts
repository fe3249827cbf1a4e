import { pictureGraphOf, type TraceAnswer } from '@yunsu/api';
import { drawPicture } from '@yunsu/domain';
import { section } from './layout.ts';
import { type Markup, pictureElement } from './markup.ts';
import type { View } from './view.ts';
import { say } from './words.ts';

/** Boxes of the picture on a page, the most that are tried first: a page must stay small, and a phone is narrow. */
export const PICTURE_BOXES = [14, 10, 6] as const;
/** Two boxes of this width beside each other fit a phone at about the size of the page's type. */
const BOX_WIDTH = 146;
const ACROSS_MAX = 2;

/** The way back as a picture, from top to bottom; nothing where there is nothing to connect. */
export function pictureMarkup(trace: TraceAnswer, boxesMax: number, view: View): Markup | '' {
  const { language } = view;
  if (trace.links.length === 0) return '';
  const picture = drawPicture(pictureGraphOf(trace, language, 'root'), {
    language,
    flow: 'down',
    direction: 'back',
    boxesMax,
    acrossMax: ACROSS_MAX,
    boxWidth: BOX_WIDTH,
  });
  return section('picture', say(language, 'picture'), pictureElement(picture));
}
