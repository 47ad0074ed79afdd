/** How strongly a rating speaks for a film, as the weight of an observation in models that rank. */

/** No observation counts for less: that somebody chose a film at all says something. */
const LEAST = 0.1;

/**
 * 1 for a rating at the mean of the training ratings, and more or less by how far it lies above or below, relative to
 * the mean. With a `ratingWeight` of 0, and in data without ratings, every film counts alike.
 */
export function feedbackWeight(rating: number, mean: number, ratingWeight: number): number {
  return mean > 0 ? Math.max(LEAST, 1 + ratingWeight * (rating / mean - 1)) : 1;
}

/** A person's ratings as weights. */
export function feedbackWeights(ratings: Float32Array, mean: number, ratingWeight: number): Float32Array {
  return ratings.map((rating) => feedbackWeight(rating, mean, ratingWeight));
}
