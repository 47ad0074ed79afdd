/** What each category of the data map means, in French and English: only what the software does. */
import type { Category, CategoryPolicy } from './data-map.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
export type LocalText = Readonly<Record<Language, string>>;

const UNTIL_ERASURE: LocalText = {
  en: 'until the person is erased (`subject erase`)',
  fr: 'jusqu’à l’effacement de la personne (`subject erase`)',
};
const NOT_PERSONAL: LocalText = { en: 'not personal data', fr: 'pas une donnée personnelle' };

export const POLICIES: Readonly<Record<Category, CategoryPolicy>> = {
  pseudonym: {
    name: { en: 'pseudonym', fr: 'pseudonyme' },
    personal: true,
    purpose: {
      en: 'to keep together what belongs to one person, without their id',
      fr: 'réunir ce qui appartient à une personne, sans son identifiant',
    },
    basis: {
      en: 'that of what it stands beside; a measure of protection (Art. 25, 32)',
      fr: 'celle des données qu’il accompagne ; une mesure de protection (art. 25, 32)',
    },
    retention: UNTIL_ERASURE,
    flows: {
      en: 'stream (encrypted), index, models, memory of the API',
      fr: 'flux (chiffré), index, modèles, mémoire de l’API',
    },
  },
  demographics: {
    name: { en: 'age band, gender, occupation', fr: 'tranche d’âge, genre, profession' },
    personal: true,
    purpose: {
      en: 'statistics of who rates what; no model learns from them',
      fr: 'statistiques sur qui note quoi ; aucun modèle n’en apprend',
    },
    basis: {
      en: 'consent (Art. 6(1)(a)): every field may be left out',
      fr: 'consentement (art. 6(1)(a)) : chaque champ peut être omis',
    },
    retention: UNTIL_ERASURE,
    flows: { en: 'stream (encrypted), index', fr: 'flux (chiffré), index' },
  },
  behaviour: {
    name: { en: 'ratings and interactions', fr: 'notes et interactions' },
    personal: true,
    purpose: { en: 'to recommend films and say why', fr: 'recommander des films et dire pourquoi' },
    basis: {
      en: 'the contract to recommend (Art. 6(1)(b)), or consent',
      fr: 'le contrat de recommandation (art. 6(1)(b)), ou le consentement',
    },
    retention: {
      en: 'in the index: ratings and opinions until the person is erased, views and clicks 395 days, impressions 90 (settings); in the topics 30 days, dead letters 90; dropped by `retention run`, once a day by itself; unreadable from the moment the key is destroyed',
      fr: 'dans l’index : notes et avis jusqu’à l’effacement de la personne, consultations et clics 395 jours, affichages 90 (réglages) ; dans les flux 30 jours, 90 pour les messages rejetés ; supprimés par `retention run`, une fois par jour de lui-même ; illisibles dès que la clé est détruite',
    },
    flows: {
      en: 'stream (encrypted), index, models, memory of the API; the export of the person',
      fr: 'flux (chiffré), index, modèles, mémoire de l’API ; l’export de la personne',
    },
  },
  'person-key': {
    name: { en: 'keys of persons', fr: 'clés des personnes' },
    personal: true,
    purpose: {
      en: 'to encrypt the records of each person, so that destroying the key erases them',
      fr: 'chiffrer les enregistrements de chacun, pour que détruire la clé les efface',
    },
    basis: { en: 'security and erasure (Art. 17, 32)', fr: 'sécurité et effacement (art. 17, 32)' },
    retention: UNTIL_ERASURE,
    flows: {
      en: 'the key store alone, in no backup; keys stay in one thread of each process',
      fr: 'le magasin de clés seul, dans aucune sauvegarde ; les clés restent dans un fil de chaque processus',
    },
  },
  erasure: {
    name: { en: 'suppression list, receipts', fr: 'liste d’exclusion, reçus' },
    personal: true,
    purpose: {
      en: 'to keep erased persons out, and to prove that they are gone',
      fr: 'empêcher le retour des personnes effacées, et prouver l’effacement',
    },
    basis: {
      en: 'legal obligation (Art. 6(1)(c) with 17 and 5(2))',
      fr: 'obligation légale (art. 6(1)(c) avec 17 et 5(2))',
    },
    retention: {
      en: 'as long as the home; a pseudonym is here only while its erasure is under way',
      fr: 'aussi longtemps que le dossier ; un pseudonyme n’y est que pendant son effacement',
    },
    flows: { en: 'the key store and the index; the receipt', fr: 'le magasin de clés et l’index ; le reçu' },
  },
  access: {
    name: { en: 'accounts, sessions, keys of programs', fr: 'comptes, sessions, clés de programmes' },
    personal: true,
    purpose: {
      en: 'to let in who may, and nobody else',
      fr: 'laisser entrer qui en a le droit, et personne d’autre',
    },
    basis: {
      en: 'security (Art. 32), the contract with whoever signs in (Art. 6(1)(b))',
      fr: 'sécurité (art. 32), le contrat avec qui se connecte (art. 6(1)(b))',
    },
    retention: {
      en: 'an account until it is removed, a session and a key until they end; all of them go with the person they belong to',
      fr: 'un compte jusqu’à sa suppression, une session et une clé jusqu’à leur fin ; tous disparaissent avec la personne à qui ils appartiennent',
    },
    flows: {
      en: 'the key store alone; passwords as scrypt hashes, secrets as digests, ids of persons sealed',
      fr: 'le magasin de clés seul ; mots de passe hachés par scrypt, secrets en empreintes, identifiants scellés',
    },
  },
  choice: {
    name: { en: 'objection and restriction', fr: 'opposition et limitation' },
    personal: true,
    purpose: {
      en: 'to respect what a person has forbidden: profiling, or any use',
      fr: 'respecter ce qu’une personne a interdit : le profilage, ou tout usage',
    },
    basis: {
      en: 'legal obligation (Art. 6(1)(c) with 18 and 21)',
      fr: 'obligation légale (art. 6(1)(c) avec 18 et 21)',
    },
    retention: {
      en: 'until they withdraw it, or are erased',
      fr: 'jusqu’à ce qu’elle la retire, ou soit effacée',
    },
    flows: {
      en: 'the key store, memory of the API and of trainings; the export of the person',
      fr: 'le magasin de clés, mémoire de l’API et des entraînements ; l’export de la personne',
    },
  },
  audit: {
    name: { en: 'audit log', fr: 'journal d’audit' },
    personal: true,
    purpose: {
      en: 'to show who did what to whom and why',
      fr: 'montrer qui a fait quoi à qui, et pourquoi',
    },
    basis: {
      en: 'accountability (Art. 5(2)), security (Art. 32)',
      fr: 'responsabilité (art. 5(2)), sécurité (art. 32)',
    },
    retention: {
      en: 'as long as the home; persons are random aliases, and whose an alias was goes with the person',
      fr: 'aussi longtemps que le dossier ; les personnes y sont des alias aléatoires, dont le lien disparaît avec la personne',
    },
    flows: { en: 'the folder `keys` alone', fr: 'le dossier `keys` seul' },
  },
  catalogue: {
    name: { en: 'films', fr: 'films' },
    personal: false,
    purpose: { en: 'to show and find films', fr: 'montrer et trouver des films' },
    basis: NOT_PERSONAL,
    retention: { en: 'as long as the home', fr: 'aussi longtemps que le dossier' },
    flows: { en: 'everywhere', fr: 'partout' },
  },
  operation: {
    name: { en: 'operation', fr: 'fonctionnement' },
    personal: false,
    purpose: { en: 'to run the system', fr: 'faire fonctionner le système' },
    basis: NOT_PERSONAL,
    retention: { en: 'as long as the home', fr: 'aussi longtemps que le dossier' },
    flows: { en: 'within the home', fr: 'dans le dossier' },
  },
};
