/** What the plan's rules find, by code. */
export const checks = {
  MOV_001: '{{movement}}: {{later}} lies before {{earlier}}; put the dates in the order RLD, ALD, EAD, LAD, RDD.',
  MOV_002:
    '{{movement}} arrives later than the commander requires (RDD after CRD); move it forward or agree a new date.',
  MOV_003: '{{movement}}: leg {{leg}} arrives before it departs; correct its times.',
  MOV_004: '{{movement}}: leg {{leg}} departs before the leg before it has arrived; correct the times.',
  MOV_005: 'The unit line number {{uln}} is used by several movements; give each its own.',
  MOV_006: '{{movement}}: leg {{leg}} would need {{speed}} km/h, more than {{mode}} makes; allow more time.',
  MOV_007: '{{unit}} arrives after {{activity}}, which needs it; bring it earlier or change the activity.',
  MOV_008: '{{movement}} departs or arrives too early for what it waits for ({{before}}); move it or change the link.',
  LOC_001: '{{location}} gets {{pax}} people on {{day}} but can take {{limit}} a day; spread the movements.',
  LOC_002: '{{location}} gets {{tonnes}} t on {{day}} but can take {{limit}} t a day; spread the movements.',
  ACT_001: '{{unit}} is in {{first}} and {{second}} at the same time at different places; free it from one.',
  ACT_002: '{{activity}} begins or ends too early for what it waits for ({{before}}); move it or change the link.',
  TIME_001: '{{record}} hangs on an anchor without a date; give the anchor a date.',
  REF_001: '{{record}} points to something that is not in the plan ({{kind}}); choose another.',
  PAR_001: '{{participant}} has no point of contact; add one.',
  LBL_001:
    '{{record}} is marked {{marking}}, less than {{parent}} that it belongs to; mark it higher or leave it to inherit.',
  LBL_002: '{{record}} is marked {{marking}}, higher than the ceiling {{ceiling}}; mark it lower or raise the ceiling.',
  AGR_001:
    'No technical or implementation arrangement in force covers {{nation}} on the territory of {{host}} ({{activity}}, {{more}} more); sign one or leave the host’s territory out.',
  AGR_002:
    'Only a frame ({{agreement}}) covers {{nation}} on the territory of {{host}} ({{activity}}); conclude the technical arrangement under it.',
  AGR_003:
    'Forces of {{count}} nations come to the territory of others, and no agreement is recorded; enter the agreements to have them checked.',
  AGR_004:
    '{{agreement}} covers {{nation}} on the territory of {{host}}, but is not in force for {{activity}} ({{more}} more); prolong it or move the activity.',
  CAV_001:
    '{{activity}} tasks {{unit}} ({{more}} more) against a caveat of {{nation}}: {{caveat}} Task another unit or agree it with the nation.',
  CAV_002:
    '{{activity}} with {{unit}} ({{more}} more) needs the approval of {{nation}}: {{caveat}} Ask for it and record the answer.',
  LOC_003:
    '{{location}} is used by {{first}} and {{second}} at the same time, and takes one at a time; move one of them.',
  EX_001: 'The exercise has no host nation or no dates; add them in its settings.',
} as const;
