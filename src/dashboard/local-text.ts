/** Words of the dashboard, in the languages of its readers. */
export interface LocalText {
  fr: string;
  en: string;
}

export type Language = keyof LocalText;
