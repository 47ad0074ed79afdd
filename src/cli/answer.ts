/** What a command that asks one question of a home is given, and how it answers. */

/** The options that every command on a home has. */
export interface HomeOptions {
  config?: string | undefined;
  home?: string | undefined;
  json?: true | undefined;
}

/** A text for a person, and what a machine gets instead of it. */
export interface Answer {
  text: string;
  fields: object;
}

export function printAnswer({ text, fields }: Answer, { json }: HomeOptions): void {
  console.log(json === true ? JSON.stringify(fields) : text);
}
