import type { Messages } from '../catalogue.ts';
import type { cosign as en, cosignErrors as enErrors } from '../en/cosign.ts';

export const cosign: Messages<typeof en> = {
  cosigners: 'Signatures requises outre la vôtre',
  cosignersHint: 'Une demande de signature est alors écrite. Qui signe en dernier produit le paquet.',
  add: 'Ajouter',
  choose: 'Choisissez qui d’autre signe',
  signsAs: 'Signe comme',
  role: { 'release-officer': 'officier de diffusion', countersigner: 'contresignataire' },
  requested_one:
    '{{file}} : demande de signature de la révision {{revision}} avec {{count}} élément. Remettez-la à ceux qui doivent signer.',
  requested_other:
    '{{file}} : demande de signature de la révision {{revision}} avec {{count}} éléments. Remettez-la à ceux qui doivent signer.',
  twoPersons: 'Diffusion à deux personnes',
  twoPersonsHint:
    'Un paquet de cet exercice exige la signature d’un officier de diffusion de la même nation. L’auteur ne peut pas l’être.',
  title: 'Demande de signature {{file}}',
  from: '{{nation}} {{author}} vous demande de signer comme {{role}}.',
  facts: 'Révision {{revision}} en date du {{issued}}, valable jusqu’au {{expires}}.',
  to: 'Destinataires : {{to}}',
  whoever: 'tout détenteur du fichier',
  unknownKey: 'quelqu’un dont vous n’avez pas la carte (clé {{kid}}…)',
  encrypted: 'Il sera chiffré pour eux.',
  clear: 'Il ne sera pas chiffré.',
  records: 'Tout ce qui sort',
  sign: 'Signer et enregistrer…',
  decline: 'Refuser',
  declined: 'Refusé ; c’est dans votre journal d’audit. Dites à {{nation}} pourquoi.',
  complete: '{{file}} est signé par tous et peut être remis à ses destinataires. Code de contrôle {{code}}.',
  incomplete: '{{file}} porte votre signature ; d’autres doivent encore signer.',
  cancel: 'Annuler',
  sent: 'Envois',
  column: {
    revision: 'Révision',
    at: 'Envoyé',
    what: 'Quoi',
    file: 'Fichier',
    to: 'Pour',
    from: 'Intégré par',
    receivedAt: 'Intégré',
    taken: 'Modifications',
  },
  bundle: 'paquet',
  request: 'demande de signature',
  noneSent: 'Rien de cet exercice n’a encore été envoyé.',
  sentLine: 'Révision {{revision}}, {{at}}, pour {{to}}',
  sentRequest: 'Demande de signature de la révision {{revision}}, {{at}}, pour {{to}}',
  receiptLine_one: 'Intégré par {{from}}, {{at}} : {{count}} modification',
  receiptLine_other: 'Intégré par {{from}}, {{at}} : {{count}} modifications',
  noReceipt: 'pas encore confirmé',
  receiptOffer: 'Confirmer à l’expéditeur ?',
  receiptText: 'Un accusé de réception est un petit fichier signé qui dit quel paquet vous avez intégré, et quand.',
  receiptWrite: 'Écrire l’accusé…',
  receiptLater: 'Pas d’accusé',
  receiptWritten: 'Accusé de réception enregistré sous {{file}} ; remettez-le à l’expéditeur.',
  receiptTaken: '{{nation}} {{name}} a confirmé la révision {{revision}}.',
};

export const cosignErrors: Messages<typeof enErrors> = {
  SIGNATURES_MISSING_one:
    'Ceci est une demande de signature : il manque {{count}} signature, ce n’est pas encore un paquet. Demandez celui qui est signé.',
  SIGNATURES_MISSING_other:
    'Ceci est une demande de signature : il manque {{count}} signatures, ce n’est pas encore un paquet. Demandez celui qui est signé.',
  SELF_APPROVAL:
    'Vous êtes l’auteur de cette diffusion et ne pouvez pas l’approuver ; remettez la demande à votre officier de diffusion.',
  REQUEST_NOT_FOR_US: 'La demande ne vise pas votre signature ; remettez-la à la personne nommée.',
  REQUEST_SIGNED: 'Vous avez déjà signé cette demande ; transmettez-la aux autres signataires.',
  AUDIENCE_UNKNOWN:
    'Le paquet doit être chiffré pour la clé {{kid}}…, dont vous n’avez pas la carte d’identité ; importez-la d’abord.',
  RELEASE_OFFICER_REQUIRED:
    'Cet exercice se diffuse à deux ; choisissez un officier de diffusion de {{nation}} parmi les signatures requises.',
  RELEASE_OFFICER_MISSING:
    'Cet exercice se diffuse à deux, et le paquet n’a pas la signature d’un officier de diffusion de sa nation ; demandez-en un qui l’a.',
  RELAY_OWN:
    '{{file}} est un de vos propres paquets ; ce qui est à vous part déjà dans le nouveau paquet, ne l’ajoutez donc pas.',
  RELAY_EXERCISE: '{{file}} porte sur un autre exercice ; exportez-le depuis celui-ci.',
  RELAY_AUDIENCE:
    'L’auteur de {{file}} ne l’a pas adressé à tous les destinataires de ce paquet ; choisissez moins de destinataires ou demandez-lui un paquet pour eux.',
  RECEIPT_INVALID: 'L’accusé de réception est endommagé ou a été modifié ; redemandez-le au partenaire.',
  RECEIPT_UNMATCHED:
    'L’accusé parle d’un paquet (révision {{revision}}) qui n’a pas été envoyé d’ici ; intégrez-le là où il a été fait.',
  RECEIPT_NOT_TAKEN: 'Rien de ce paquet n’a été intégré ici, il n’y a donc rien à confirmer ; intégrez-le d’abord.',
};
