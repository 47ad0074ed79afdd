/** What `start` says while it runs: sentences for a person, or one JSON object a line for a machine. */

export interface Report {
  /** Something came to be: its name for machines, a sentence for people, and what it is made of. */
  event(name: string, sentence: string, fields?: object): void;
}

export function createReport(json: boolean): Report {
  return {
    event(name, sentence, fields = {}) {
      process.stdout.write(json ? `${JSON.stringify({ event: name, ...fields })}\n` : `${sentence}\n`);
    },
  };
}
