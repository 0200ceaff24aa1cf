import type { Messages } from '../catalogue.ts';
import type { calendar as en } from '../en/calendar.ts';

export const calendar: Messages<typeof en> = {
  title: 'Calendrier',
  month: 'Mois',
  week: 'Semaine',
  day: 'Jour',
  agenda: 'Agenda',
  today: 'Aujourd’hui',
  previous: 'Précédent',
  next: 'Suivant',
  date: 'Date',
  time: 'Heure',
  event: 'Activité',
  allDay: 'Journée entière',
  nothing: 'Rien n’est prévu sur cette période.',
  more: '+{{number}} autres',
  hint: 'Jours et heures en {{zone}}. Faites glisser sur une plage libre pour ajouter une activité.',
  daysBefore: '{{days}} j avant {{what}}',
  daysAfter: '{{days}} j après {{what}}',
  thinned:
    '{{hidden}} activités sur {{total}} ne sont pas dessinées : trop nombreuses pour être lisibles. L’agenda les liste toutes ; un filtre, le jour ou des colonnes côte à côte en montrent plus.',
  sideBySide: 'Côte à côte',
  by: { none: 'Ensemble', participant: 'Par participant', location: 'Par lieu' },
  columns: 'Colonnes : {{shown}} sur {{total}}',
  columnsHint: '{{most}} colonnes au plus ; entre parenthèses, ce qui s’y trouve.',
  columnsBusiest: 'Revenir aux plus chargées',
  noParticipant: 'Sans participant',
  noLocation: 'Sans lieu',
  unscheduled: 'À programmer',
  unscheduledCount: 'À programmer ({{number}})',
  unscheduledHint:
    'Faites glisser sur le calendrier, ou appuyez sur Entrée pour placer au dernier créneau cliqué. Déposez ici une activité pour la retirer du calendrier. Alt et les flèches déplacent une activité.',
  noUnscheduled: 'Tout a son horaire. Notez ici ce qui reste à programmer.',
  newUnscheduled: 'Nouvelle, sans horaire',
  addUnscheduled: 'Ajouter sans horaire',
  placed: '« {{what}} » est placée au {{time}}.',
};
