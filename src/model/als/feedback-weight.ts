/** How strongly a rating speaks for a film, as the weight of an observation in implicit ALS. */

/** Every rating counts alike: that somebody chose a film says more than how they liked it. */
export function feedbackWeight(_rating: number): number {
  return 1;
}
