import type { Messages } from '../catalogue.ts';
import type { interchange as en, interchangeErrors as enErrors } from '../en/interchange.ts';

export const interchange: Messages<typeof en> = {
  taken: {
    sides: 'Camps, repris comme participants : {{count}}',
    units: 'Unités : {{count}}',
    scenario: 'Nom, début et fuseau du scénario, à titre de proposition : {{count}}',
  },
  mapped: {
    affiliationOpen: 'Symboles sans affiliation, dessinés comme amis : {{count}}',
    commandRelation:
      'Relations de commandement : le supérieur fixe la place dans l’arbre, le type figure dans les remarques : {{count}}',
    description: 'Descriptions, portées dans les remarques : {{count}}',
    duplicateId: 'Identifiants présents deux fois dans le fichier ; le second a reçu un numéro : {{count}}',
    echelonFromText: 'Échelons laissés ouverts par le symbole, repris de leur propre champ : {{count}}',
    groupName: 'Noms de groupes, portés dans les remarques de leurs unités : {{count}}',
    higherFormation: 'Formations supérieures, portées dans les remarques : {{count}}',
    nameMissing: 'Camps et unités sans nom, désignés par leur identifiant : {{count}}',
    sideIdentity: 'Symboles dont l’affiliation a été fixée par leur camp : {{count}}',
    sideMissing: 'Unités dont le camp manque dans le fichier, placées sous un camp à part : {{count}}',
    sideTree: 'Camps rattachés à un autre camp, nommé dans les remarques : {{count}}',
    strength: 'Effectifs additionnés à partir des listes de personnel : {{count}}',
    superiorCycle: 'Chaînes de supérieurs en boucle, coupées : {{count}}',
    superiorMissing: 'Unités dont le supérieur manque dans le fichier, placées en tête de leur camp : {{count}}',
    symbolForeign: 'Symboles propres au logiciel, remplacés par le symbole normalisé le plus proche : {{count}}',
    symbolLetters: 'Codes de symboles en lettres, transcrits en chiffres : {{count}}',
    symbolMissing: 'Unités sans symbole, dessinées comme unités terrestres de type ouvert : {{count}}',
    symbolNear: 'Symboles dessinés selon le type plus général : {{count}}',
    symbolOpen: 'Symboles d’un type sans code chiffré, dessinés ouverts : {{count}}',
    textCut: 'Textes plus longs que leur champ, coupés : {{count}}',
  },
  leftOut: {
    associations: 'Relations entre camps : {{count}}',
    deployment: 'Affectations à des simulateurs : {{count}}',
    disposition: 'Déplacement, formation et orientation : {{count}}',
    effectiveness: 'Efficacité au combat : {{count}}',
    equipment: 'Matériels et dotations : {{count}}',
    events: 'Événements du récit ; saisissez ceux qu’il vous faut comme activités : {{count}}',
    layers: 'Couches et dessins de carte : {{count}}',
    media: 'Images et liens vers la toile : {{count}}',
    model: 'Réglages de simulation : {{count}}',
    other: 'Champ « {{name}} », absent d’un plan : {{count}}',
    overlays: 'Calques, graphismes, options et environnement : {{count}}',
    position: 'Positions sur la carte : {{count}}',
    properties: 'Vitesses et autres propriétés libres : {{count}}',
    rangeRings: 'Cercles de portée : Entente ne planifie pas l’emploi des armes : {{count}}',
    reinforced: 'Renforcé ou réduit : {{count}}',
    state: 'Déplacements et états dans le temps : {{count}}',
    supplies: 'Ravitaillements : {{count}}',
    supportRelations: 'Relations de soutien : {{count}}',
    symbolModifier: 'Pays, ordre de bataille ou mobilité dans les codes en lettres : {{count}}',
    symbolOptions: 'Couleurs et autre affichage des symboles : {{count}}',
  },
  ics: {
    outcome: { new: 'Nouvelle', changed: 'Modifiée', same: 'Inchangée', leftOut: 'Écartée' },
    reason: {
      noTitle: 'elle n’a pas d’intitulé',
      noStart: 'elle n’a pas de début',
      badTime: 'sa date ou son heure n’existe pas',
      zoneUnknown: 'son fuseau n’est ni dans le fichier ni connu',
      badRule: 'sa règle de répétition est fausse, ou plus fine que le jour',
      outside: 'elle se situe à plus de deux ans de l’exercice',
      tooLong: 'elle dure plus de cinq ans',
      tooMany: 'le fichier compte plus de 20 000 entrées',
      noParent: 'elle modifie une répétition indéterminée',
      foreign: 'une autre nation en répond',
      movement: 'c’est un mouvement, dont les étapes fixent l’horaire',
      twice: 'une entrée plus haut est la même activité',
    },
    note: {
      floating: 'sans fuseau : lue dans celui de l’exercice',
      zoneByName: 'fuseau repris de nos données, d’après son nom',
      cut: 'la série dépasse deux ans autour de l’exercice ou 1 000 occurrences',
      unreadable: 'lignes illisibles ignorées',
      textCut: 'intitulé coupé',
      noUid: 'sans identifiant : reconnue par son intitulé et son début',
      expanded: 'issue d’une série',
      locationUnknown: 'lieu absent du plan, porté dans les remarques',
    },
  },
};

export const interchangeErrors: Messages<typeof enErrors> = {
  ICS_TOO_LARGE:
    'Le calendrier dépasse {{limit}} millions de caractères ; exportez une période plus courte depuis son logiciel.',
  ICS_TOO_DEEP: 'Le calendrier est trop imbriqué à la ligne {{line}} ; exportez-le de nouveau depuis son logiciel.',
  ICS_TOO_MANY: 'Le calendrier compte plus de {{limit}} composants ; exportez une période plus courte.',
  ICS_END:
    'À la ligne {{line}} se termine un élément qui n’a pas commencé ; le calendrier est endommagé, exportez-le de nouveau.',
  ICS_NO_EXERCISE: 'Un calendrier se reprend dans un exercice ; ouvrez ou créez-en un, puis importez-le de nouveau.',
  ICS_NONE: 'Le fichier ne contient aucun calendrier ; choisissez un fichier au format iCalendar (.ics).',
  UNKNOWN_FORMAT:
    'Entente ne connaît pas le format de ce fichier ; choisissez un paquet, une carte d’identité, un scénario ORBAT Mapper ou un fichier MSDL.',
  FILE_NOT_TEXT: 'Le fichier n’est pas un texte lisible (UTF-8) ; enregistrez-le en UTF-8 depuis son logiciel.',
  JSON_INVALID: 'Le JSON du fichier est tronqué ou endommagé ; exportez-le de nouveau depuis son logiciel.',
  JSON_TOO_DEEP: 'Le JSON du fichier dépasse {{limit}} niveaux d’imbrication ; vérifiez qu’il s’agit du bon fichier.',
  XML_INVALID: 'Le XML du fichier est endommagé à la ligne {{line}} ; exportez-le de nouveau depuis son logiciel.',
  XML_DTD:
    'Le XML du fichier déclare un type de document ou des entités à la ligne {{line}}, qu’Entente ne lit pas ; retirez-les.',
  XML_TOO_DEEP: 'Le XML du fichier dépasse {{limit}} niveaux d’imbrication ; vérifiez qu’il s’agit du bon fichier.',
  XML_TOO_MANY: 'Le XML du fichier compte plus de {{limit}} éléments et attributs ; exportez moins d’unités à la fois.',
  INTERCHANGE_TOO_LARGE:
    'Le fichier dépasse les {{limit}} Mio qu’Entente lit dans ce format ; importez-le en plusieurs parties.',
  INTERCHANGE_VERSION:
    'Le fichier est à la version {{version}} de son format, qu’Entente ne lit pas ; enregistrez-le à la version {{supported}}.',
  INTERCHANGE_FIELD: 'Le fichier n’a pas de « {{field}} » exploitable ; vérifiez qu’il a été exporté en entier.',
  INTERCHANGE_TOO_MANY:
    'Le fichier compte plus de {{limit}} unités ou trop de camps ; importez-le en plusieurs parties.',
};
