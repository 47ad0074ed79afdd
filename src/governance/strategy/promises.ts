/** The promises of the data-governance strategy: each with what keeps it, and the tests that fail once it is not kept. */
import type { LocalText } from '../data-map-texts.ts';

export interface GovernancePromise {
  name: LocalText;
  /** What keeps it. */
  mechanism: LocalText;
  /** What shows it on a running system. */
  command: string;
  /** Tests of this repository, by path. */
  proofs: readonly string[];
}

export const PROMISES: readonly GovernancePromise[] = [
  {
    name: { en: 'regulatory alignment', fr: 'conformité réglementaire' },
    mechanism: {
      en: 'a data map of every stored field, which the compiler asks for; the record of processing, the retention schedule, the impact assessment and the privacy notice are written from it',
      fr: 'une carte de chaque champ conservé, que le compilateur exige ; le registre, les durées de conservation, l’analyse d’impact et l’information des personnes en sont tirés',
    },
    command: 'npm run docs',
    proofs: ['src/governance/data-map.test.ts', 'src/governance/strategy/pages.test.ts'],
  },
  {
    name: { en: 'protection against unauthorised access', fr: 'protection contre les accès non autorisés' },
    mechanism: {
      en: 'sign-in, roles and scoped keys; one table of who may use which route, held against every route, role and person; records of a person encrypted under a key of their own',
      fr: 'connexion, rôles et clés à portée limitée ; une seule table de qui peut quoi, vérifiée pour chaque route, rôle et personne ; les enregistrements de chacun chiffrés sous une clé propre',
    },
    command: 'matinee keys list',
    proofs: [
      'src/api/access/access-table.test.ts',
      'test/access.test.ts',
      'src/governance/vault/vault.test.ts',
    ],
  },
  {
    name: { en: 'minimisation', fr: 'minimisation' },
    mechanism: {
      en: 'pseudonyms behind the API, ages as bands only, impressions collected only while an experiment needs them, statistics of ten people and more',
      fr: 'pseudonymes derrière l’API, âges par tranche seulement, affichages recueillis seulement quand une expérience en a besoin, statistiques de dix personnes et plus',
    },
    command: 'matinee subject export --user ID',
    proofs: [
      'src/governance/pseudonymiser.test.ts',
      'src/dashboard/people-classes.test.ts',
      'src/api/experiment.test.ts',
    ],
  },
  {
    name: { en: 'regular deletion', fr: 'suppression régulière' },
    mechanism: {
      en: 'a daily run of the retention with a proof in the audit log; erasure down to the models and the immutable log, with a signed receipt',
      fr: 'un passage quotidien de la conservation, prouvé dans le journal d’audit ; l’effacement jusque dans les modèles et le journal immuable, avec un reçu signé',
    },
    command: 'matinee retention run --dry-run',
    proofs: ['src/governance/retention/retention.test.ts', 'test/retention.test.ts', 'test/erasure.test.ts'],
  },
  {
    name: { en: 'continuous monitoring', fr: 'surveillance continue' },
    mechanism: {
      en: 'metrics and alert rules about nobody; a hash-chained audit log of who did what to whom and why',
      fr: 'métriques et alertes qui ne parlent de personne ; un journal d’audit chaîné : qui a fait quoi à qui, et pourquoi',
    },
    command: 'matinee audit verify',
    proofs: ['src/governance/audit/audit.test.ts', 'test/access.test.ts'],
  },
  {
    name: { en: 'transparency and choice', fr: 'transparence et choix' },
    mechanism: {
      en: 'exact explanations of each recommendation; access, rectification, restriction and objection, which take effect at once',
      fr: 'explications exactes de chaque recommandation ; accès, rectification, limitation et opposition, à effet immédiat',
    },
    command: 'matinee subject object --user ID',
    proofs: ['src/api/explanation.test.ts', 'src/api/subjects.test.ts', 'src/api/subject-processing.test.ts'],
  },
  {
    name: { en: 'quality and integrity', fr: 'qualité et intégrité' },
    mechanism: {
      en: 'rules measured over the whole store; what cannot be processed is kept with its reason; nothing acknowledged is lost when a process is killed',
      fr: 'des règles mesurées sur tout l’index ; ce qui ne peut être traité est gardé avec sa raison ; rien d’accepté ne se perd quand un processus est tué',
    },
    command: 'matinee quality report',
    proofs: [
      'src/governance/quality/quality.test.ts',
      'src/consumer/dead-letters.test.ts',
      'test/faults/kill-rounds.test.ts',
    ],
  },
  {
    name: { en: 'documentation', fr: 'documentation' },
    mechanism: {
      en: 'pages written from the sources, with tests that fail when they drift; decisions with their reasons',
      fr: 'des pages écrites d’après les sources, avec des tests qui échouent quand elles s’en écartent ; les décisions et leurs raisons',
    },
    command: 'npm run docs',
    proofs: ['src/config/document.test.ts', 'src/governance/quality/quality.test.ts'],
  },
  {
    name: { en: 'improvement', fr: 'amélioration' },
    mechanism: {
      en: 'a new model serves only if it is not worse than the one before; experiments measure a change on people before everybody gets it',
      fr: 'un modèle ne sert que s’il n’est pas pire que le précédent ; des expériences mesurent un changement avant que tous ne le reçoivent',
    },
    command: 'matinee experiment',
    proofs: ['src/recommender/experiments/experiment.test.ts', 'src/api/experiment.test.ts'],
  },
];
