/** What could befall the people of the data, and what stands against it: the heart of the impact assessment. */
import type { LocalText } from '../data-map-texts.ts';

export interface Risk {
  threat: LocalText;
  /** What it would mean for a person. */
  harm: LocalText;
  measure: LocalText;
  /** What is left of it, and who has to see to that. */
  rest: LocalText;
  /** Tests of the measure, by path. */
  proofs: readonly string[];
}

export const RISKS: readonly Risk[] = [
  {
    threat: { en: 'somebody reads the stream or the index', fr: 'quelqu’un lit le flux ou l’index' },
    harm: {
      en: 'tastes become known, and may tell of opinions or health',
      fr: 'des goûts sont révélés, qui peuvent en dire sur des opinions ou la santé',
    },
    measure: {
      en: 'pseudonyms under a master key that is kept apart; records of the stream encrypted by person',
      fr: 'pseudonymes sous une clé maîtresse tenue à part ; enregistrements du flux chiffrés par personne',
    },
    rest: {
      en: 'the index holds pseudonymised ratings in the clear: encrypt its disk, and let few read it',
      fr: 'l’index garde en clair des notes pseudonymisées : chiffrez son disque et limitez ses lecteurs',
    },
    proofs: ['src/governance/vault/vault.test.ts', 'src/governance/pseudonymiser.test.ts'],
  },
  {
    threat: {
      en: 'somebody is told by their age, gender and occupation together',
      fr: 'quelqu’un est reconnu par l’ensemble de son âge, genre et profession',
    },
    harm: { en: 'what they rated becomes known', fr: 'ses notes sont révélées' },
    measure: {
      en: 'age bands; statistics in classes of ten people and more, whatever filters are crossed',
      fr: 'tranches d’âge ; statistiques par classes d’au moins dix personnes, quels que soient les filtres croisés',
    },
    rest: {
      en: 'who reads the index itself can still join fields: keep analysts to the charts',
      fr: 'qui lit l’index lui-même peut encore croiser des champs : tenez les analystes aux graphiques',
    },
    proofs: ['src/dashboard/people-classes.test.ts', 'src/dashboard/hide-few.test.ts'],
  },
  {
    threat: { en: 'profiling against somebody’s will', fr: 'un profilage contre la volonté de la personne' },
    harm: {
      en: 'being steered, and inferences they did not want',
      fr: 'être orienté, et des déductions non voulues',
    },
    measure: {
      en: 'objection at any time, in one step: recommendations are not personal any more, what they look at is not collected, no later model learns from them',
      fr: 'opposition à tout moment, en un geste : recommandations non personnelles, consultations non recueillies, aucun modèle ultérieur n’en apprend',
    },
    rest: {
      en: 'a version that serves already learned from them until the next is trained; it holds films only',
      fr: 'une version déjà en service a appris d’elles jusqu’au prochain entraînement ; elle ne contient que des films',
    },
    proofs: ['src/api/subject-processing.test.ts', 'test/erasure.test.ts'],
  },
  {
    threat: { en: 'data that outlives its purpose', fr: 'des données qui survivent à leur finalité' },
    harm: {
      en: 'old tastes used long after, or found in a breach',
      fr: 'd’anciens goûts exploités longtemps après, ou trouvés lors d’une fuite',
    },
    measure: {
      en: 'a period for each category, applied once a day, with a proof',
      fr: 'une durée par catégorie, appliquée chaque jour, avec une preuve',
    },
    rest: {
      en: 'ratings stay until they are taken back: erase people who have not come for long',
      fr: 'les notes restent jusqu’à leur retrait : effacez les personnes absentes depuis longtemps',
    },
    proofs: ['src/governance/retention/retention.test.ts'],
  },
  {
    threat: { en: 'an erasure that does not reach everything', fr: 'un effacement incomplet' },
    harm: {
      en: 'somebody who left is still in a model, a log or a backup',
      fr: 'une personne partie demeure dans un modèle, un journal ou une sauvegarde',
    },
    measure: {
      en: 'the key is destroyed, the index overwritten, models trained again to the last bit without them; a suppression list keeps them out of what is restored',
      fr: 'la clé est détruite, l’index réécrit, les modèles réentraînés au bit près sans elle ; une liste d’exclusion la tient hors de toute restauration',
    },
    rest: {
      en: 'the files of the data set itself, and copies made elsewhere, are the controller’s to erase',
      fr: 'les fichiers du jeu de données et les copies faites ailleurs restent à effacer par le responsable',
    },
    proofs: ['test/erasure.test.ts', 'test/backup.test.ts'],
  },
  {
    threat: { en: 'somebody acts as another person', fr: 'quelqu’un agit au nom d’une autre personne' },
    harm: {
      en: 'their data is read, or falsified',
      fr: 'ses données sont lues, ou falsifiées',
    },
    measure: {
      en: 'sign-in wherever others can reach the system; each route by role and by whose data it is; sessions that pages of other sites cannot use',
      fr: 'connexion dès que d’autres peuvent atteindre le système ; chaque route selon le rôle et la personne concernée ; des sessions inutilisables depuis un autre site',
    },
    rest: {
      en: 'without `access.required` anybody on the machine may act as anybody: that is a demonstration',
      fr: 'sans `access.required`, chacun sur la machine peut agir au nom de tous : c’est une démonstration',
    },
    proofs: ['src/api/access/access-table.test.ts', 'test/access.test.ts'],
  },
];
