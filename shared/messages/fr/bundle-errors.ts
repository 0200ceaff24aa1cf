import type { Messages } from '../catalogue.ts';
import type { bundleErrors as en } from '../en/bundle-errors.ts';

export const bundleErrors: Messages<typeof en> = {
  BUNDLE_TOO_LARGE:
    'Le fichier fait {{bytes}} octets, plus que les 256 Mio d’un paquet ; demandez une diffusion plus réduite à l’expéditeur.',
  BUNDLE_FORM: 'Le fichier n’est un paquet de plan ni en clair ni chiffré ; demandez le bon fichier à l’expéditeur.',
  AGE_HEADER:
    'Le fichier chiffré a un en-tête qu’Entente n’écrit jamais ; rien n’a été ouvert. Demandez un nouvel export.',
  AGE_RECIPIENTS:
    'Le fichier chiffré nomme {{count}} destinataires, un paquet en a de 1 à 64 ; rien n’a été ouvert. Demandez un nouvel export.',
  NOT_DECRYPTABLE:
    'Le paquet n’est pas chiffré pour votre clé ; donnez votre carte d’identité à l’expéditeur et demandez un nouvel export.',
  AGE_DAMAGED: 'Le paquet chiffré a été tronqué ou modifié en chemin ; redemandez-le à l’expéditeur.',
  IDENTITY_MISSING: 'Une identité est nécessaire et il n’y en a pas encore ; créez la vôtre dans Échange.',
  ZIP_END: 'La fin du conteneur est endommagée : le paquet a été tronqué ou modifié ; redemandez-le à l’expéditeur.',
  ZIP_FEATURE:
    'Le conteneur emploie une fonction étrangère aux paquets, il n’est donc pas d’Entente ; rien n’a été importé.',
  ZIP_HEADER:
    'Deux descriptions de « {{name}} » se contredisent dans le conteneur ; rien n’a été importé. Redemandez le paquet.',
  ZIP_OVERLAP:
    'Les parties du conteneur se recouvrent ou laissent des vides près de « {{name}} » ; rien n’a été importé. Redemandez le paquet.',
  ZIP_NAME: 'Le conteneur a une partie dont le nom n’est jamais employé dans un paquet ; rien n’a été importé.',
  ZIP_DUPLICATE: 'Le conteneur contient deux fois « {{name}} » ; rien n’a été importé. Redemandez le paquet.',
  ZIP_CHECKSUM: 'La partie « {{name}} » a été endommagée en chemin ; redemandez le paquet à l’expéditeur.',
  ZIP_TOO_MANY: 'Le conteneur a {{count}} parties, plus que tout paquet ; rien n’a été importé.',
  MANIFEST_MISSING: 'Le paquet ne commence pas par son manifeste signé ; rien n’a été importé. Redemandez le paquet.',
  JWS_SHAPE: 'La signature n’a pas la forme de celle d’un paquet ; rien n’a été importé. Redemandez le paquet.',
  JWS_HEADER:
    'La signature affirme une chose interdite ; rien n’a été importé. Prévenez l’expéditeur par une autre voie.',
  SIGNER_UNKNOWN:
    'Le paquet est signé d’une clé que vous ne connaissez pas ({{kid}}…) ; importez d’abord la carte d’identité de l’expéditeur, puis le paquet.',
  SIGNER_REVOKED:
    'La clé de {{name}} a été révoquée ici, rien de ce qu’elle signe n’est pris ; demandez la nouvelle carte d’identité.',
  SIGNATURE_INVALID:
    'La signature ne correspond pas au contenu : le paquet a été modifié ou forgé. Rien n’a été importé ; prévenez l’expéditeur par une autre voie.',
  SIGNERS_DIFFER:
    'Les signatures ne sont pas celles que nomme le manifeste ; rien n’a été importé. Redemandez le paquet.',
  MANIFEST_NOT_CANONICAL:
    'Le manifeste n’est pas écrit sous la seule forme qui puisse être signée ; rien n’a été importé.',
  MANIFEST_INVALID: 'Le manifeste a une valeur irrecevable ({{field}}) ; rien n’a été importé. Redemandez le paquet.',
  VERSION_NEWER:
    'Le paquet vient d’une version plus récente d’Entente (format {{version}}) ; mettez Entente à jour ou demandez un format plus ancien.',
  SUITE_UNKNOWN: 'Le paquet emploie une cryptographie inconnue de cette version ({{suite}}) ; mettez Entente à jour.',
  NOT_IN_AUDIENCE: 'Le paquet est destiné à d’autres que vous ; demandez le vôtre à l’expéditeur.',
  CONFIDENTIALITY_DIFFERS:
    'Le paquet est arrivé sous une autre forme que celle de son manifeste signé (clair ou chiffré) ; rien n’a été importé.',
  AUDIENCE_DIFFERS: 'Les destinataires du chiffrement ne sont pas ceux que nomme le manifeste ; rien n’a été importé.',
  EXPIRED: 'Le paquet a expiré le {{until}} ; demandez-en un à jour à l’expéditeur.',
  NOT_YET_VALID:
    'Le paquet a été émis dans le futur ({{from}}) ; vérifiez l’horloge de cet ordinateur, puis celle de l’expéditeur.',
  REVISION_ROLLBACK:
    'C’est la révision {{revision}}, antérieure à la révision {{seen}} que vous avez déjà ; rien n’a été importé.',
  REVISION_EQUIVOCATION:
    'L’expéditeur a signé deux paquets différents sous la révision {{revision}} ; rien n’a été importé. Éclaircissez-le avec lui par téléphone.',
  REVISION_GAP:
    'Des paquets manquent entre le dernier et celui-ci ; interrogez l’expéditeur, ou admettez l’écart avec --allow-gap.',
  SECTIONS_DIFFER: 'Les parties du conteneur ne sont pas celles qui ont été signées ({{name}}) ; rien n’a été importé.',
  SECTION_LENGTH: 'La partie « {{name}} » n’a pas la longueur signée ; rien n’a été importé. Redemandez le paquet.',
  SECTION_DIGEST:
    'La partie « {{name}} » a été modifiée après signature ; rien n’a été importé. Prévenez l’expéditeur par une autre voie.',
  SECTION_MEDIA_TYPE: 'La partie « {{name}} » est d’un type que cette version ne lit pas ; rien n’a été importé.',
  RECORDS_TOO_MANY:
    'Le paquet contient {{count}} enregistrements, plus que les {{limit}} qu’un paquet peut avoir ; demandez à l’expéditeur une diffusion plus petite.',
  SECTION_LINE: 'La ligne {{line}} de « {{name}} » n’a pas la forme qui puisse être signée ; rien n’a été importé.',
  SECTION_RECORD: 'La ligne {{line}} de « {{name}} » a une valeur irrecevable ({{field}}) ; rien n’a été importé.',
  CARD_INVALID: 'La carte d’identité est endommagée ou modifiée ; redemandez-la au partenaire.',
  CARD_EXPIRED: 'La carte d’identité de {{name}} a expiré ; demandez-en une nouvelle au partenaire.',
  CARD_NOT_YET_VALID:
    'La carte d’identité de {{name}} n’est valable qu’à partir du {{from}} ; vérifiez l’horloge de cet ordinateur, puis celle du partenaire.',
  CARD_OWN: 'C’est votre propre carte d’identité ; importez celle de votre partenaire.',
  IDENTITY_EXISTS:
    'Ce dossier de données a déjà l’identité de {{name}} ; employez un autre dossier pour un autre planificateur.',
  IDENTITY_LOCKED:
    'L’identité de {{folder}} ne s’ouvre pas car la clé de l’appareil manque ou diffère ; restaurez device.key de votre sauvegarde.',
  IDENTITY_NOT_SAVED:
    'L’identité n’a pas pu être enregistrée dans {{folder}} ; libérez de l’espace ou autorisez l’écriture, puis réessayez.',
  TRUST_DAMAGED: 'La liste des partenaires est illisible ; restaurez le dossier de données de votre sauvegarde.',
  PARTNER_UNKNOWN: 'Aucun partenaire n’a la clé {{kid}}… ; importez d’abord la carte d’identité.',
  PARTNER_REVOKED:
    'La clé de {{name}} a été révoquée et le reste ; importez la nouvelle carte d’identité du partenaire.',
  ENCRYPT_NEEDS_AUDIENCE: 'Un paquet chiffré exige au moins un destinataire ; choisissez les partenaires concernés.',
  NOTHING_TO_EXPORT:
    'Aucun élément de {{nation}} ne peut aller à ces partenaires, aucun fichier n’a été écrit ; vérifiez mentions et propriétaires.',
  FILE_DISK_FULL: 'Le disque est plein, {{file}} n’a pas été écrit ; libérez de l’espace et réessayez.',
  FILE_READ_ONLY: 'Vous ne pouvez pas écrire {{file}} ; choisissez un autre dossier.',
  FILE_NO_FOLDER: 'Le dossier de {{file}} n’existe pas ; choisissez-en un autre.',
  FILE_NOT_WRITTEN: '{{file}} n’a pas pu être écrit ; choisissez un autre dossier et réessayez.',
  FILE_NOT_READ: '{{file}} n’a pas pu être lu ; vérifiez qu’il existe et que vous pouvez le lire.',
  FILE_UNKNOWN_FORM:
    '{{file}} n’est d’aucun type lu par Entente (paquet, carte d’identité, orbat-mapper, MSDL, iCalendar) ; rien n’a été importé.',
  FILE_OF_PARTNER:
    '{{file}} semble être une carte d’identité ou une déclaration sur des clés, et non un plan ; intégrez-le avec « partner add ».',
  IDENTITY_NAME:
    'Une carte d’identité admet un nom de 1 à 120 caractères visibles, sans espace au début ni à la fin ; choisissez-en un autre.',
  NATION_CODE:
    '« {{nation}} » n’est pas un code de nation ou d’organisation ; employez deux à douze majuscules, chiffres ou tirets, par exemple NOR.',
  PARTNER_NATION_UNKNOWN:
    'Aucun partenaire de {{nation}} n’est connu ; importez d’abord une carte d’identité de ce pays.',
};
