export const usage = `Emploi : entente [--data DOSSIER] [--json] COMMANDE

  identity create --nation NOR --name "..."   créer les clés de ce dossier de données
  identity show                               nation, nom, empreinte
  identity export FICHIER                     écrire votre carte d’identité pour les partenaires
  identity rotate --out FICHIER               nouvelles clés, et la déclaration qui l’annonce aux partenaires
  identity statement FICHIER                  la même déclaration une fois encore
  identity revoke --reason lost|compromised|superseded|left --out FICHIER
                                              révoquer votre propre clé
  partner add CARTE|DÉCLARATION [--verified]  recevoir la carte d’un partenaire, ou ce qu’il dit de ses clés
  partner verify CLÉ|NATION                   l’empreinte a été comparée
  partner revoke CLÉ|NATION                   ne plus rien accepter de cette clé
  partner scope CLÉ|NATION --for plans,countersign,release|nothing [--exercise ID,ID]
                                              ce que vaut ici la signature de la clé
  partner list                                les partenaires et la confiance accordée
  exercise list                               les exercices de ce dossier de données
  exercise create --sample                    créer l’exercice d’exemple
  import FICHIER [--exercise ID] [--accept own|all|none] [--allow-gap]
                                              un paquet, un fichier orbat-mapper, MSDL ou iCalendar ; sans --accept
                                              un examen seulement
  verify FICHIER [--card CARTE]               le paquet est-il authentique, entier et à jour ?
  inspect FICHIER [--card CARTE]              ce que contient un paquet
  export --exercise ID --to NATION... --out FICHIER [--encrypt] [--expires JOURS]
         [--countersign NATION|CLÉ[:release-officer]...] [--carry PAQUET...]
                                              avec des contresignataires, une demande de signature ; --carry emporte
                                              des paquets de tiers, entiers
  sign DEMANDE [--out FICHIER | --decline]    ce qu’on vous demande de signer ; avec --out c’est signé
  receipt PAQUET --out FICHIER                confirmer ce qui a été intégré
  sent --exercise ID                          ce qui a été envoyé, et qui l’a confirmé
  release preview --exercise ID --to NATION... exactement ce qui partirait, et ce qui ne partirait pas
  label --exercise ID [--record ID] [--policy P] [--classification C] [--rel FIN,SWE] [--caveat TEXTE] [--inherit]
                                              la mention d’un élément et son origine ; avec des options, une nouvelle
  audit show [--group G] [--text T] [--limit N]
                                              le journal, les entrées récentes d’abord ; T est cherché mot à mot
  audit export FICHIER                        le journal entier, signé à sa fin
  audit verify [FICHIER] [--witness PAQUET...] le journal est-il entier, et tel que l’attestent ses paquets ?
  table NOM --exercise ID --out FICHIER.csv|FICHIER.xlsx
                                              units, activities, unscheduled, movements, locations, participants,
                                              agreements, caveats, anchors, dependencies, baselines, findings,
                                              sent ou release (avec --to NATION)
  table NOM --out FICHIER.csv|FICHIER.xlsx    exercises, partners ou audit (avec les options de audit show)
  table review PAQUET --out FICHIER.csv|FICHIER.xlsx [--accept own|all|none] [--allow-gap]
                                              ce qu’un paquet changerait, champ par champ, et ce qu’en retiendrait
                                              --accept ; rien ne change
  calendar export --exercise ID --out FICHIER.ics
                                              le calendrier pour les logiciels d’agenda
  dump --exercise ID                          tous les éléments, un objet JSON par ligne
  check --exercise ID                         ce que constatent les règles du plan
  print timeline --exercise ID --out FICHIER.pdf [--group participant|unit|location|phase|type] [--row CLÉ,CLÉ]
         [--pages-wide N | --hours-per-cm H] [--colour type|participant] [--bar-times] [--join-marks]
         [--overlap 5|10|15]                  millimètres que la feuille suivante répète
  print matrix --exercise ID --out FICHIER.pdf [--group type|participant|unit|location|responsible] [--row CLÉ,CLÉ]
         [--columns phase|week|day|halfDay|watch|hour] [--columns-wide N] [--filled yes|no] [--undated yes|no]
         [--entry-times yes|no]
  print movements --exercise ID --out FICHIER.pdf [--group participant|direction|day|none] [--row NATION,NATION]
         [--undated yes|no] [--remarks yes|no]
  print activities --exercise ID --out FICHIER.pdf [--group day|participant|phase|location|type|none]
         [--row NATION,NATION] [--undated yes|no] [--remarks yes|no]
  print calendar --exercise ID --out FICHIER.pdf [--row NATION,NATION] [--colour type|participant] [--movements yes|no]
  print orbat --exercise ID --out FICHIER.pdf [--row NATION|UNITÉ,...] [--pages-wide N | --symbol-mm N] [--levels N]
         [--strength yes|no] [--join-marks] [--overlap 5|10|15]
  print unit --exercise ID --out FICHIER.pdf [--row UNITÉ|NATION,...] [--subordinates yes|no]
         pour chaque document sauf orbat : [--from MOMENT] [--until MOMENT] [--times dtg|local|anchor] [--anchor CODE]
         pour chaque document : [--paper A4|A3|A2|A1|A0|LETTER|TABLOID] [--orientation landscape|portrait]
         [--black-and-white] [--language en|fr] [--text-size normal|large|wall] [--exercise-line yes|no]
         [--marking overall|sheet]

de toute commande : [--language en|fr], sinon la langue de la machine
Code de sortie 0 : fait ; 1 : refusé ou échoué, avec un code sur la sortie d’erreur ; 2 : emploi erroné.
`;
