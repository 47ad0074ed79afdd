/**
 * The strategy, the impact assessment and the privacy notice, written from the promises, the risks and the data map:
 * `npm run docs` writes them, a test compares.
 */
import { LANGUAGES, type Language, type LocalText, POLICIES } from '../data-map-texts.ts';
import { markdownTable } from '../markdown-table.ts';
import { PROMISES } from './promises.ts';
import { RISKS } from './risks.ts';

export interface StrategyPage {
  /** Below `docs`. */
  file: string;
  text: string;
}

/** All of them, in both languages. */
export function strategyPages(): StrategyPage[] {
  return LANGUAGES.flatMap((language) => [
    { file: language === 'en' ? 'governance.md' : `governance.${language}.md`, text: strategy(language) },
    { file: `privacy/impact-assessment.${language}.md`, text: impactAssessment(language) },
    { file: `privacy/privacy-notice.${language}.md`, text: privacyNotice(language) },
  ]);
}

type Words = Readonly<Record<Language, readonly string[]>>;

const WRITTEN: LocalText = {
  en: 'Written from `src/governance` by `npm run docs`. A promise or a measure without its tests does not pass.',
  fr: 'Écrit d’après `src/governance` par `npm run docs`. Une promesse ou une mesure sans ses tests ne passe pas.',
};

const files = (paths: readonly string[]) => paths.map((path) => `\`${path}\``).join(', ');
const page = (...parts: string[]) => [...parts, ''].join('\n\n');

/** Every category of personal data: why it is held, on what ground, and for how long. */
function personalData(headings: Words, language: Language): string {
  const rows = Object.values(POLICIES)
    .filter(({ personal }) => personal)
    .map(({ name, purpose, basis, retention }) =>
      [name, purpose, basis, retention].map((cell) => cell[language]),
    );
  return markdownTable(headings[language], rows);
}

function strategy(language: Language): string {
  const title: LocalText = { en: 'Data governance', fr: 'Gouvernance des données' };
  const introduction: LocalText = {
    en: 'What is promised to the people of the data, what keeps each promise, how it shows on a running system, and the tests that fail once it is not kept.',
    fr: 'Ce qui est promis aux personnes dont viennent les données, ce qui tient chaque promesse, comment elle se vérifie sur un système en marche, et les tests qui échouent dès qu’elle n’est plus tenue.',
  };
  const headings: Words = {
    en: ['promise', 'kept by', 'shown by', 'tested by'],
    fr: ['promesse', 'tenue par', 'vérifiée par', 'testée par'],
  };
  const roles: LocalText = {
    en: 'Who answers for what: the *steward* for rights of persons, retention and quality; the *operator* for the flow, its metrics and models; the *administrator* for accounts, keys and settings; the *analyst* reads statistics of ten people and more, and nothing else (docs/access.md).',
    fr: 'Qui répond de quoi : le *steward* des droits des personnes, de la conservation et de la qualité ; l’*operator* du flux, de ses métriques et des modèles ; l’*administrator* des comptes, des clés et des réglages ; l’*analyst* lit des statistiques de dix personnes et plus, et rien d’autre (docs/access.md).',
  };
  const rows = PROMISES.map(({ name, mechanism, command, proofs }) => [
    name[language],
    mechanism[language],
    `\`${command}\``,
    files(proofs),
  ]);
  return page(
    `# ${title[language]}`,
    introduction[language],
    markdownTable(headings[language], rows),
    roles[language],
    WRITTEN[language],
  );
}

/** Article 35 of the GDPR, as far as software can write it. */
function impactAssessment(language: Language): string {
  const title: LocalText = { en: 'Impact assessment', fr: 'Analyse d’impact' };
  const introduction: LocalText = {
    en: 'Article 35 of the GDPR, as far as the software knows: what is done with personal data and why, what could befall people by it, what stands against that, and what is left for the controller, who adds their context, the advice of their data protection officer and the views of the people concerned.',
    fr: 'Article 35 du RGPD, pour ce que le logiciel en sait : ce qui est fait des données personnelles et pourquoi, ce qui pourrait en résulter pour les personnes, ce qui s’y oppose, et ce qui reste au responsable de traitement, qui y ajoute son contexte, l’avis de son délégué et celui des personnes concernées.',
  };
  const processing: LocalText = { en: 'What is done, and why', fr: 'Ce qui est fait, et pourquoi' };
  const needed: Words = {
    en: ['category', 'purpose', 'lawful basis', 'retention'],
    fr: ['catégorie', 'finalité', 'base légale', 'conservation'],
  };
  const risks: LocalText = { en: 'Risks and measures', fr: 'Risques et mesures' };
  const headings: Words = {
    en: ['threat', 'harm', 'measure', 'what is left', 'tested by'],
    fr: ['menace', 'préjudice', 'mesure', 'ce qui reste', 'testé par'],
  };
  return page(
    `# ${title[language]}`,
    introduction[language],
    `## ${processing[language]}`,
    personalData(needed, language),
    `## ${risks[language]}`,
    markdownTable(
      headings[language],
      RISKS.map(({ threat, harm, measure, rest, proofs }) => [
        ...[threat, harm, measure, rest].map((cell) => cell[language]),
        files(proofs),
      ]),
    ),
    WRITTEN[language],
  );
}

/** Articles 13 and 14: what people are told. */
function privacyNotice(language: Language): string {
  const title: LocalText = { en: 'Privacy notice', fr: 'Information sur les données personnelles' };
  const introduction: LocalText = {
    en: 'What this service holds about you, why, and for how long. The controller adds who they are, how to reach their data protection officer, and the authority you may complain to.',
    fr: 'Ce que ce service conserve de vous, pourquoi, et combien de temps. Le responsable de traitement y ajoute son identité, le contact de son délégué à la protection des données, et l’autorité auprès de laquelle vous pouvez réclamer.',
  };
  const headings: Words = {
    en: ['what', 'why', 'on what ground', 'for how long'],
    fr: ['quoi', 'pourquoi', 'à quel titre', 'combien de temps'],
  };
  const profiling: LocalText = {
    en: 'Films are recommended by a profile of your tastes, computed from what you rated and did; it decides nothing else about you. Each recommendation says which of your ratings it came from.',
    fr: 'Les films sont recommandés d’après un profil de vos goûts, calculé sur vos notes et vos actions ; il ne décide de rien d’autre vous concernant. Chaque recommandation dit de quelles notes elle vient.',
  };
  const rights: LocalText = {
    en: 'You may see all of it and take it with you, have it put right, have it only stored, object to being profiled, and have it erased, at any time and without giving a reason. Nothing is sold, and nothing is asked of other sites.',
    fr: 'Vous pouvez à tout moment, sans motif, tout consulter et emporter, faire rectifier, faire seulement conserver, vous opposer au profilage et tout faire effacer. Rien n’est vendu, et rien n’est demandé à d’autres sites.',
  };
  return page(
    `# ${title[language]}`,
    introduction[language],
    personalData(headings, language),
    profiling[language],
    rights[language],
    WRITTEN[language],
  );
}
