import { shownText } from "./shown-value.ts";

/** Longer names and values are cut. */
const longest = 200;

/** Text between tags or in a quoted attribute, with hidden characters shown; no name can be read as HTML. */
export const htmlText = (text: string, most = longest): string =>
  shownText(text, most).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The same as a name of the machine's. */
export const htmlName = (text: string, most = longest): string => `<code>${htmlText(text, most)}</code>`;
