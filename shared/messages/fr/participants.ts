import type { Messages } from '../catalogue.ts';
import type { participantErrors as enErrors, participants as en } from '../en/participants.ts';

export const participants: Messages<typeof en> = {
  title: 'Participants',
  empty:
    'Les nations et organisations participantes figurent ici, avec leur rôle et leurs points de contact. Ajoutez la première, ou importez un paquet ou un scénario.',
  add: 'Ajouter un participant',
  import: 'Importer un fichier',
  column: {
    code: 'Code',
    name: 'Nom',
    type: 'Type',
    role: 'Rôle',
    units: 'Unités',
    strength: 'Effectif',
    movements: 'Mouvements',
    contacts: 'Contacts',
    remarks: 'Remarques',
  },
  type: {
    nation: 'Nation',
    'armed-service': 'Force armée',
    police: 'Police',
    'border-guard': 'Garde-frontières',
    'coast-guard': 'Garde-côtes',
    customs: 'Douanes',
    ngo: 'Organisation non gouvernementale',
    io: 'Organisation internationale',
    other: 'Autre',
  },
  role: {
    host: 'Hôte',
    lead: 'Nation-cadre',
    contributing: 'Contributeur',
    supporting: 'Soutien',
    observer: 'Observateur',
  },
  form: {
    what: 'Qui participe',
    country: 'Nation',
    exerciseNation: 'Nation d’exercice',
    organisation: 'Organisation',
    countryHint: 'Saisissez les premières lettres de son nom ou de son code.',
    code: 'Code',
    codeHint: 'Trois lettres ; les codes commençant par X n’appartiennent à aucun pays réel.',
    name: 'Nom',
    type: 'Type',
    role: 'Rôle',
    flag: 'Drapeau',
    remarks: 'Remarques',
    add: 'Ajouter',
    nameMissing: 'Le participant doit avoir un nom ; saisissez-en un.',
    countryMissing: 'Choisissez une nation dans la liste.',
  },
  contacts: 'Points de contact',
  addContact: 'Ajouter un contact',
  removeContact: 'Retirer {{name}}',
  contact: 'Contact {{n}}',
  contactName: 'Nom',
  rank: 'Grade',
  post: 'Fonction',
  phone: 'Téléphone',
  email: 'Courriel',
  delete: 'Supprimer',
};

export const participantErrors: Messages<typeof enErrors> = {
  CODE_FORM_NATION:
    'Le code « {{code}} » n’est pas un trigramme ; une nation d’exercice prend trois lettres, par exemple XAR.',
  CODE_FORM_ORGANISATION:
    'Le code « {{code}} » est inutilisable ; une organisation prend 2 à 12 majuscules, chiffres ou traits d’union, en commençant par une lettre.',
  CODE_OF_COUNTRY: 'Le code {{code}} appartient à un pays réel ; choisissez-en un autre, commençant par X.',
};
