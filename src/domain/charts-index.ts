/** The index that holds the rows of the dashboard's charts: the store fills it, and Kibana's panels read it. */
export function chartsIndexName(prefix: string): string {
  return `${prefix}matinee_charts`;
}
