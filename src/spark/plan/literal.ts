/** Typed values of parameters: Spark tells an integer from a double, JavaScript does not. */

export type Literal =
  | { integer: number }
  | { long: number }
  | { double: number }
  | { string: string }
  | { boolean: boolean };

export const int = (value: number): Literal => ({ integer: value });
export const long = (value: number): Literal => ({ long: value });
export const double = (value: number): Literal => ({ double: value });
export const text = (value: string): Literal => ({ string: value });
export const bool = (value: boolean): Literal => ({ boolean: value });
