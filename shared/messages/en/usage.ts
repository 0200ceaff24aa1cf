/** What the command line can do, as `entente help` shows it: at most 120 columns wide. */
export const usage = `Usage: entente [--data DIR] [--json] COMMAND

  identity create --nation NOR --name "..."   make the keys of this data folder
  identity show                               nation, name, fingerprint
  identity export FILE                        write your identity card for partners
  identity rotate --out FILE                  new keys, and the statement that tells partners
  identity statement FILE                     that statement once more
  identity revoke --reason lost|compromised|superseded|left --out FILE
                                              take the own key back
  partner add CARD|STATEMENT [--verified]     take in a partner's identity card, or what it says of its keys
  partner verify KEY|NATION                   the fingerprint was compared
  partner revoke KEY|NATION                   accept nothing more from this key
  partner scope KEY|NATION --for plans,countersign,release|nothing [--exercise ID,ID]
                                              what the key's signature is good for here
  partner list                                partners and how far they are trusted
  exercise list                               exercises of this data folder
  exercise create --sample                    make the sample exercise
  import FILE [--exercise ID] [--accept own|all|none] [--allow-gap]
                                              a bundle, orbat-mapper, MSDL or iCalendar file; a review
                                              only without --accept
  verify FILE [--card CARD]                   is a bundle genuine, whole and current?
  inspect FILE [--card CARD]                  what is in a bundle
  export --exercise ID --to NATION... --out FILE [--encrypt] [--expires DAYS]
         [--countersign NATION|KEY[:release-officer]...] [--carry BUNDLE...]
                                              with countersigners it writes a signing request; --carry takes bundles
                                              of others along, whole
  sign REQUEST [--out FILE | --decline]       what somebody asks you to sign; with --out it is signed
  receipt BUNDLE --out FILE                   confirm what was taken in
  sent --exercise ID                          what was sent, and who confirmed it
  release preview --exercise ID --to NATION... exactly what would leave, and what would not
  label --exercise ID [--record ID] [--policy P] [--classification C] [--rel FIN,SWE] [--caveat TEXT] [--inherit]
                                              how a record is marked and by what; with options it is marked anew
  audit show [--group G] [--text T] [--limit N]
                                              the log, the newest entries first; T is looked for word by word
  audit export FILE                           the whole log, signed at its end
  audit verify [FILE] [--witness BUNDLE...]   is a log whole, and what its maker's bundles say it was?
  table NAME --exercise ID --out FILE.csv|FILE.xlsx
                                              units, activities, unscheduled, movements, locations, participants,
                                              agreements, caveats, anchors, dependencies, baselines, findings,
                                              sent or release (with --to NATION)
  table NAME --out FILE.csv|FILE.xlsx         exercises, partners or audit (with the options of audit show)
  table review BUNDLE --out FILE.csv|FILE.xlsx [--accept own|all|none] [--allow-gap]
                                              what a bundle would change, field by field, and what --accept would
                                              take of it; nothing changes
  calendar export --exercise ID --out FILE.ics
                                              the schedule for calendar programmes
  dump --exercise ID                          all records, one JSON object a line
  check --exercise ID                         what the plan's rules find
  print timeline --exercise ID --out FILE.pdf [--group participant|unit|location|phase|type] [--row KEY,KEY]
         [--pages-wide N | --hours-per-cm H] [--colour type|participant] [--bar-times] [--join-marks]
         [--overlap 5|10|15]                  millimetres that the next sheet repeats
  print matrix --exercise ID --out FILE.pdf [--group type|participant|unit|location|responsible] [--row KEY,KEY]
         [--columns phase|week|day|halfDay|watch|hour] [--columns-wide N] [--filled yes|no] [--undated yes|no]
         [--entry-times yes|no]
  print movements --exercise ID --out FILE.pdf [--group participant|direction|day|none] [--row NATION,NATION]
         [--undated yes|no] [--remarks yes|no]
  print activities --exercise ID --out FILE.pdf [--group day|participant|phase|location|type|none]
         [--row NATION,NATION] [--undated yes|no] [--remarks yes|no]
  print calendar --exercise ID --out FILE.pdf [--row NATION,NATION] [--colour type|participant] [--movements yes|no]
  print orbat --exercise ID --out FILE.pdf [--row NATION|UNIT,...] [--pages-wide N | --symbol-mm N] [--levels N]
         [--strength yes|no] [--join-marks] [--overlap 5|10|15]
  print unit --exercise ID --out FILE.pdf [--row UNIT|NATION,...] [--subordinates yes|no]
         of every product but orbat: [--from WHEN] [--until WHEN] [--times dtg|local|anchor] [--anchor CODE]
         of every product: [--paper A4|A3|A2|A1|A0|LETTER|TABLOID] [--orientation landscape|portrait]
         [--black-and-white] [--language en|fr] [--text-size normal|large|wall] [--exercise-line yes|no]
         [--marking overall|sheet]

of every command: [--language en|fr], else as the machine speaks
Exit code 0: done; 1: refused or failed, with a reason code on stderr; 2: wrong usage.
`;
