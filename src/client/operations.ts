/** What the API can be asked, by the names of its OpenAPI: where each question goes, what it takes and what it answers. */
import type { Static } from 'typebox';
import type { ChartAnswerSchema, ChartsAnswerSchema, ChartsQuerySchema } from '../api/schemas/chart.ts';
import type { ExperimentAnswer } from '../api/schemas/experiment.ts';
import type { ExplanationAnswer } from '../api/schemas/explanation.ts';
import type { FlowAnswer } from '../api/schemas/flow.ts';
import type { ImportAnswer, ImportRequestSchema } from '../api/schemas/import.ts';
import type {
  InteractionBatchRequestSchema,
  InteractionRequest,
  OwnOpinionsAnswer,
} from '../api/schemas/interaction.ts';
import type {
  MovieAnswer,
  MovieSearchAnswer,
  MovieSearchQuerySchema,
  SuggestAnswer,
  SuggestQuerySchema,
} from '../api/schemas/movie.ts';
import type {
  AfterQuerySchema,
  MoviePathSchema,
  PageQuerySchema,
  UserMoviePathSchema,
  UserPathSchema,
} from '../api/schemas/parameters.ts';
import type { NewUserAnswer, NewUserRequestSchema, ProfilesAnswer } from '../api/schemas/person.ts';
import type { QualityAnswer } from '../api/schemas/quality.ts';
import type {
  AcceptedAnswer,
  AcceptedBatchAnswer,
  OwnRatingsAnswer,
  RatingBatchRequestSchema,
  RatingRequestSchema,
} from '../api/schemas/rating.ts';
import type {
  ExplanationQuerySchema,
  MovieRecommendationAnswer,
  MovieRecommendationQuery,
  QuestionsAnswer,
  QuestionsQuerySchema,
  RowsAnswer,
  RowsQuerySchema,
  UserRecommendationAnswer,
  UserRecommendationQuerySchema,
} from '../api/schemas/recommendation.ts';
import type { RetentionAnswer } from '../api/schemas/retention.ts';
import type { SessionAnswer } from '../api/schemas/session.ts';
import type {
  AboutAnswer,
  HealthAnswerSchema,
  ReadyAnswerSchema,
  TotalsAnswerSchema,
} from '../api/schemas/status.ts';
import type {
  ProcessingAnswer,
  ReceiptAnswerSchema,
  RectificationRequest,
  SubjectAnswer,
} from '../api/schemas/subject.ts';
import type { TogetherAnswer, TogetherQuerySchema } from '../api/schemas/together.ts';

type After = Static<typeof AfterQuerySchema>;
type Page = Static<typeof PageQuerySchema>;
type User = Static<typeof UserPathSchema>;
type Movie = Static<typeof MoviePathSchema>;
type UserMovie = Static<typeof UserMoviePathSchema>;

interface Operation<Input, Answer> {
  input: Input;
  answer: Answer;
}

/** `input` holds the parameters of path and query together, or is the body of a request that has one. */
export interface Operations {
  recommendToUser: Operation<User & Static<typeof UserRecommendationQuerySchema>, UserRecommendationAnswer>;
  recommendRows: Operation<User & Static<typeof RowsQuerySchema>, RowsAnswer>;
  askUser: Operation<User & Static<typeof QuestionsQuerySchema>, QuestionsAnswer>;
  recommendTogether: Operation<User & Static<typeof TogetherQuerySchema>, TogetherAnswer>;
  explainToUser: Operation<UserMovie & Static<typeof ExplanationQuerySchema>, ExplanationAnswer>;
  recommendSimilar: Operation<Movie & MovieRecommendationQuery, MovieRecommendationAnswer>;
  searchMovies: Operation<Static<typeof MovieSearchQuerySchema>, MovieSearchAnswer>;
  suggestMovies: Operation<Static<typeof SuggestQuerySchema>, SuggestAnswer>;
  getMovie: Operation<Movie & After, MovieAnswer>;
  rate: Operation<Static<typeof RatingRequestSchema>, AcceptedAnswer>;
  rateMany: Operation<Static<typeof RatingBatchRequestSchema>, AcceptedBatchAnswer>;
  takeRatingBack: Operation<UserMovie, AcceptedAnswer>;
  ownRatings: Operation<User & Page, OwnRatingsAnswer>;
  interact: Operation<InteractionRequest, AcceptedAnswer>;
  interactMany: Operation<Static<typeof InteractionBatchRequestSchema>, AcceptedBatchAnswer>;
  ownOpinions: Operation<User & Page, OwnOpinionsAnswer>;
  readHistory: Operation<Static<typeof ImportRequestSchema>, ImportAnswer>;
  addUser: Operation<Static<typeof NewUserRequestSchema>, NewUserAnswer>;
  listProfiles: Operation<Page, ProfilesAnswer>;
  exportSubject: Operation<User & After, SubjectAnswer>;
  eraseSubject: Operation<User, Static<typeof ReceiptAnswerSchema>>;
  restrictSubject: Operation<User, ProcessingAnswer>;
  liftRestriction: Operation<User, ProcessingAnswer>;
  objectToProfiling: Operation<User, ProcessingAnswer>;
  allowProfiling: Operation<User, ProcessingAnswer>;
  rectifySubject: Operation<User & RectificationRequest, AcceptedAnswer>;
  getSession: Operation<After, SessionAnswer>;
  getCharts: Operation<Static<typeof ChartsQuerySchema>, Static<typeof ChartsAnswerSchema>>;
  /** `chart` is an id of `getCharts`; what else it takes narrows what the chart is about. */
  getChart: Operation<
    { chart: string; [part: string]: string | number | undefined },
    Static<typeof ChartAnswerSchema>
  >;
  getTotals: Operation<After, Static<typeof TotalsAnswerSchema>>;
  getAbout: Operation<After, AboutAnswer>;
  getFlow: Operation<After, FlowAnswer>;
  getExperiment: Operation<After, ExperimentAnswer>;
  getQuality: Operation<After, QualityAnswer>;
  previewRetention: Operation<After, RetentionAnswer>;
  runRetention: Operation<Record<never, never>, RetentionAnswer>;
  getHealth: Operation<Record<never, never>, Static<typeof HealthAnswerSchema>>;
  getReadiness: Operation<Record<never, never>, Static<typeof ReadyAnswerSchema>>;
}

/** Parameters of a path stand in braces, as in OpenAPI. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
}

export const ROUTES: Readonly<Record<keyof Operations, Route>> = {
  recommendToUser: { method: 'GET', path: '/api/recommendations/users/{userId}' },
  recommendRows: { method: 'GET', path: '/api/recommendations/users/{userId}/rows' },
  askUser: { method: 'GET', path: '/api/recommendations/users/{userId}/questions' },
  recommendTogether: { method: 'GET', path: '/api/recommendations/users/{userId}/together' },
  explainToUser: { method: 'GET', path: '/api/recommendations/users/{userId}/movies/{movieId}/explanation' },
  recommendSimilar: { method: 'GET', path: '/api/recommendations/movies/{movieId}' },
  searchMovies: { method: 'GET', path: '/api/movies' },
  suggestMovies: { method: 'GET', path: '/api/movies/suggest' },
  getMovie: { method: 'GET', path: '/api/movies/{movieId}' },
  rate: { method: 'POST', path: '/api/ratings' },
  rateMany: { method: 'POST', path: '/api/ratings/batch' },
  takeRatingBack: { method: 'DELETE', path: '/api/users/{userId}/ratings/{movieId}' },
  ownRatings: { method: 'GET', path: '/api/users/{userId}/ratings' },
  interact: { method: 'POST', path: '/api/interactions' },
  interactMany: { method: 'POST', path: '/api/interactions/batch' },
  ownOpinions: { method: 'GET', path: '/api/users/{userId}/opinions' },
  readHistory: { method: 'POST', path: '/api/imports' },
  addUser: { method: 'POST', path: '/api/users' },
  listProfiles: { method: 'GET', path: '/api/profiles' },
  exportSubject: { method: 'GET', path: '/api/subjects/{userId}' },
  eraseSubject: { method: 'DELETE', path: '/api/subjects/{userId}' },
  restrictSubject: { method: 'POST', path: '/api/subjects/{userId}/restriction' },
  liftRestriction: { method: 'DELETE', path: '/api/subjects/{userId}/restriction' },
  objectToProfiling: { method: 'POST', path: '/api/subjects/{userId}/objection' },
  allowProfiling: { method: 'DELETE', path: '/api/subjects/{userId}/objection' },
  rectifySubject: { method: 'POST', path: '/api/subjects/{userId}/rectification' },
  getSession: { method: 'GET', path: '/api/session' },
  getCharts: { method: 'GET', path: '/api/stats' },
  getChart: { method: 'GET', path: '/api/stats/{chart}' },
  getTotals: { method: 'GET', path: '/api/stats/totals' },
  getAbout: { method: 'GET', path: '/api/about' },
  getFlow: { method: 'GET', path: '/api/admin/flow' },
  getExperiment: { method: 'GET', path: '/api/admin/experiment' },
  getQuality: { method: 'GET', path: '/api/admin/quality' },
  previewRetention: { method: 'GET', path: '/api/admin/retention' },
  runRetention: { method: 'POST', path: '/api/admin/retention' },
  getHealth: { method: 'GET', path: '/healthz' },
  getReadiness: { method: 'GET', path: '/readyz' },
};
