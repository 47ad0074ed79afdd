/** The words of experiments, apart from what they are worked out by: the client and the page read them too. */

export const ARMS = ['control', 'variant'] as const;
/** `control` is what everybody gets without an experiment. */
export type Arm = (typeof ARMS)[number];

export const VERDICTS = ['nothing-shown', 'too-few', 'uneven', 'undecided', 'better', 'worse'] as const;
export type Verdict = (typeof VERDICTS)[number];
