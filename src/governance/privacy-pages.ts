/** The documents of `docs/privacy`, written from the data map: `npm run docs` writes them, a test compares. */
import {
  AUDIT_LOG_FIELDS,
  type Category,
  INDEX_TABLES,
  KEY_TABLES,
  LOG_TABLES,
  RECORD_FIELDS,
} from './data-map.ts';
import { LANGUAGES, type Language, type LocalText, POLICIES } from './data-map-texts.ts';
import { markdownTable } from './markdown-table.ts';

export interface PrivacyPage {
  /** Below `docs/privacy`. */
  file: string;
  text: string;
}

const PLACES = [
  { name: { en: 'records of the stream', fr: 'enregistrements du flux' }, tables: RECORD_FIELDS },
  { name: { en: 'the index, `index/index.db`', fr: 'l’index, `index/index.db`' }, tables: INDEX_TABLES },
  { name: { en: 'the log, `log/log.db`', fr: 'le journal, `log/log.db`' }, tables: LOG_TABLES },
  {
    name: { en: 'the key store, `keys/persons.db`', fr: 'le magasin de clés, `keys/persons.db`' },
    tables: KEY_TABLES,
  },
  {
    name: { en: 'the audit log, `keys/audit.ndjson`', fr: 'le journal d’audit, `keys/audit.ndjson`' },
    tables: AUDIT_LOG_FIELDS,
  },
] as const;

const WRITTEN: LocalText = {
  en: 'Written from the data map (`src/governance/data-map.ts`) by `npm run docs`.',
  fr: 'Écrit d’après la carte des données (`src/governance/data-map.ts`) par `npm run docs`.',
};

/** All of them, in both languages. */
export function privacyPages(): PrivacyPage[] {
  return LANGUAGES.flatMap((language) => [
    { file: `record-of-processing.${language}.md`, text: recordOfProcessing(language) },
    { file: `retention.${language}.md`, text: retentionSchedule(language) },
  ]);
}

const categories = (): Category[] =>
  Object.keys(POLICIES).filter((name): name is Category => name in POLICIES);

/** The record of processing activities (GDPR, Article 30), as far as software can write it. */
function recordOfProcessing(language: Language): string {
  const titles: LocalText = { en: 'Record of processing', fr: 'Registre des activités de traitement' };
  const introduction: LocalText = {
    en: 'Article 30 of the GDPR, as far as the software knows: the controller adds their name and contact, those of their data protection officer, recipients of their own, and transfers.',
    fr: 'Article 30 du RGPD, pour ce que le logiciel en sait : le responsable de traitement y ajoute son nom et son contact, ceux de son délégué à la protection des données, ses destinataires et ses transferts.',
  };
  const headings: Record<Language, string[]> = {
    en: ['category', 'personal data', 'purpose', 'lawful basis', 'retention', 'where it flows'],
    fr: ['catégorie', 'donnée personnelle', 'finalité', 'base légale', 'conservation', 'où elle circule'],
  };
  const yesNo: Record<Language, [string, string]> = { en: ['yes', 'no'], fr: ['oui', 'non'] };
  const rows = categories().map((category) => {
    const { name, personal, purpose, basis, retention, flows } = POLICIES[category];
    const [yes, no] = yesNo[language];
    return [name, personal ? yes : no, purpose, basis, retention, flows].map((cell) =>
      typeof cell === 'string' ? cell : cell[language],
    );
  });
  const fieldsTitle: LocalText = { en: 'Every field', fr: 'Tous les champs' };
  return [
    `# ${titles[language]}`,
    introduction[language],
    markdownTable(headings[language], rows),
    `## ${fieldsTitle[language]}`,
    ...PLACES.map((place) => fieldsOf(place, language)),
    WRITTEN[language],
    '',
  ].join('\n\n');
}

function fieldsOf({ name, tables }: (typeof PLACES)[number], language: Language): string {
  const rows = Object.entries(tables).flatMap(([table, fields]) =>
    Object.entries(fields).map(([field, category]) => [
      `\`${table}\``,
      `\`${field}\``,
      POLICIES[category].name[language],
    ]),
  );
  const headings: Record<Language, string[]> = {
    en: ['where', 'field', 'category'],
    fr: ['où', 'champ', 'catégorie'],
  };
  return `### ${capitalised(name[language])}\n\n${markdownTable(headings[language], rows)}`;
}

function retentionSchedule(language: Language): string {
  const titles: LocalText = { en: 'Retention schedule', fr: 'Durées de conservation' };
  const headings: Record<Language, string[]> = {
    en: ['category', 'how long', 'lawful basis'],
    fr: ['catégorie', 'combien de temps', 'base légale'],
  };
  const rows = categories()
    .filter((category) => POLICIES[category].personal)
    .map((category) => {
      const { name, retention, basis } = POLICIES[category];
      return [name[language], retention[language], basis[language]];
    });
  return [`# ${titles[language]}`, markdownTable(headings[language], rows), WRITTEN[language], ''].join(
    '\n\n',
  );
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
