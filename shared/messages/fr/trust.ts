import type { Messages } from '../catalogue.ts';
import type { trust as en, trustErrors as enErrors } from '../en/trust.ts';

export const trust: Messages<typeof en> = {
  sheet: {
    title: 'Clé d’identité Entente',
    how: 'Comparez avec ce que votre Entente affiche sous Échange pour ce partenaire.',
    next: 'Seulement si tous les chiffres ou tous les mots concordent, marquez la clé comme vérifiée.',
    digits: 'Chiffres',
    words: 'Mots (alphabet d’épellation)',
    validUntil: 'Valable jusqu’au',
  },
  words: 'En mots',
  code: 'Empreinte en code QR',
  printKey: 'Fiche de clé en PDF…',
  printed: 'Fiche de clé enregistrée sous {{file}}.',
  rotate: 'Renouveler les clés…',
  rotateTitle: 'Renouveler vos clés ?',
  rotateText:
    'De nouvelles clés remplacent les anciennes, qui ne signent plus rien. La déclaration enregistrée ensuite va à chaque partenaire : elle reporte sur la nouvelle clé la confiance accordée à l’ancienne. Ce qui est en route pour l’ancienne clé pourra encore être ouvert.',
  rotated: 'Les clés sont renouvelées ; remettez {{file}} à vos partenaires.',
  rotatedOnly:
    'Les clés sont renouvelées. Enregistrez la déclaration pour vos partenaires maintenant, ou plus tard sous votre identité.',
  statementAgain: 'Enregistrer de nouveau la déclaration de renouvellement…',
  revoke: 'Révoquer l’identité…',
  revokeTitle: 'Révoquer votre propre clé ?',
  revokeText:
    'La clé signe sa révocation et plus rien ensuite, pour toujours. Les partenaires qui reçoivent la déclaration n’acceptent plus rien de ce qu’elle a signé. Vous pourrez ensuite créer une nouvelle identité, à comparer de nouveau.',
  reason: 'Motif',
  reasons: {
    lost: 'L’ordinateur ou une copie est perdu',
    compromised: 'Quelqu’un d’autre a peut-être la clé',
    superseded: 'Elle ne sert plus',
    left: 'Le planificateur est parti',
  },
  revoked: 'L’identité est révoquée ; remettez {{file}} à vos partenaires.',
  cancel: 'Annuler',
  scope: 'Acceptée pour',
  scopes: { plans: 'leurs plans', countersign: 'contreseings', release: 'décisions de diffusion' },
  onlyIn: 'Seulement dans : {{exercises}}',
  explain: {
    unverified: 'Personne n’a encore comparé cette clé : ses paquets ne sont authentiques que si la carte l’était.',
    verified: 'Quelqu’un ici a comparé l’empreinte avec ce partenaire.',
    revoked: 'Rien de ce que cette clé signe n’est accepté.',
    superseded: 'Le partenaire a renouvelé cette clé ; la nouvelle figure à côté.',
  },
  rotationTaken: '{{nation}} {{name}} a une nouvelle clé ; elle est « {{state}} », comme l’ancienne.',
  revocationTaken: '{{nation}} {{name}} a révoqué sa clé : plus rien de ce qu’elle a signé n’est accepté.',
};

export const trustErrors: Messages<typeof enErrors> = {
  SIGNER_SUPERSEDED:
    'La clé de {{name}} a été renouvelée, et ceci est signé avec l’ancienne ; demandez une nouvelle exportation.',
  SIGNER_SCOPE:
    'La clé {{kid}}… ne peut pas signer ici comme {{role}} ; si elle le doit, précisez-le sous Partenaires (« Acceptée pour »), puis recommencez.',
  STATEMENT_INVALID: 'La déclaration sur une clé est endommagée ou se contredit ; redemandez-la au partenaire.',
  STATEMENT_SIGNERS:
    'La déclaration n’est pas signée par les clés requises et ne change donc rien ; contactez le partenaire par une autre voie.',
  STATEMENT_NONE: 'Aucune clé n’a encore été renouvelée, il n’y a donc pas de déclaration à enregistrer.',
  PARTNER_AMBIGUOUS:
    'Plusieurs partenaires de {{nation}} sont connus ; désignez celui que vous voulez par sa clé (voir partner list).',
  PARTNER_TOO_MANY:
    'Ce dossier de données connaît déjà {{limit}} clés et n’en prend pas d’autre ; ouvrez un nouveau dossier de données pour d’autres partenaires.',
  PARTNER_SUPERSEDED: 'La clé de {{name}} a été renouvelée et reste remplacée ; utilisez la nouvelle à côté.',
};
