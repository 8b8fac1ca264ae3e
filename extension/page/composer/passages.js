"use strict";

/**
 * A finding's passage where it stands now.
 * @typedef {object} Passage
 * @property {PageFinding} finding
 * @property {number} start UTF-16 units of the text as it is now.
 * @property {number} end
 */

/** Whether a finding comes with words to put in its passage's place. */
/** @param {PageFinding} finding */
toonvast.isFixable = ({ start, end, replacement, overridden }) =>
  replacement !== null && start < end && !overridden;

/**
 * The passages that a later text still holds untouched: those before and those behind the one place
 * where it differs from the text that was checked.
 * @param {DraftChecked} drawn
 * @param {string} now
 * @returns {Passage[]}
 */
toonvast.passages = ({ checked: { findings }, text }, now) => {
  const shorter = Math.min(text.length, now.length);
  let same = 0;
  while (same < shorter && text[same] === now[same]) same += 1;
  let tail = 0;
  while (tail < shorter - same && text[text.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const moved = now.length - text.length;
  return findings.flatMap((finding) => {
    const { start, end, overridden } = finding;
    if (overridden || start >= end) return [];
    if (end <= same) return [{ finding, start, end }];
    if (start >= text.length - tail) return [{ finding, start: start + moved, end: end + moved }];
    return [];
  });
};
