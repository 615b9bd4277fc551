import type { DraftLanguage } from "#domain/model/template.ts";

/** The languages of drafts, each in its own words. */
export const languageWords: Record<DraftLanguage, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
};
