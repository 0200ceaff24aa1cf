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
};
