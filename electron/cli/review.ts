/** A bundle held against the plan that is here: what `import` lists and `table review` saves. */
import { ACCEPT_WORDS, type AcceptWord } from '#shared/plan/merge/accept.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { type Review, reviewBundle } from '#shared/plan/merge/review.ts';
import type { CosignerRole } from '#shared/exchange/request.ts';
import { allowGap } from '#shared/exchange/freshness.ts';
import type { VerifiedBundle } from '#shared/exchange/read.ts';
import { EMPTY_PLAN, type PlanState } from '#shared/plan/state.ts';
import { type Result, ok } from '#shared/result.ts';
import type { OpenBundle } from '../exchange/bundles.ts';
import { cardsHere } from '../exchange/parties.ts';
import { lastSentOf } from '../exchange/sent.ts';
import { planFromVault } from '../vault/plan.ts';
import { type CliContext, textOf, usage } from './context.ts';

/** What `--accept` asks for; undefined where it is not given, wrong usage where it is no such word. */
export const acceptOf = ({ options }: CliContext): Result<AcceptWord | undefined> => {
  const text = textOf(options, 'accept');
  const word = ACCEPT_WORDS.find((each) => each === text);
  return options['accept'] !== undefined && word === undefined ? usage() : ok(word);
};

const planOrNone = async ({ vault }: CliContext, id: string): Promise<Result<PlanState>> => {
  const opened = await planFromVault(vault, id);
  if (opened.ok) return ok(opened.value.plan);
  return opened.error.code === 'VAULT_EXERCISE_UNKNOWN' ? ok(EMPTY_PLAN) : opened;
};

const reviewOf = async (
  context: CliContext,
  verified: VerifiedBundle,
  from: string,
  plan: PlanState,
): Promise<Result<Review>> => {
  const own = await context.keys.show();
  if (!own.ok) return own;
  const last = await lastSentOf(context.vault, verified);
  if (!last.ok) return last;
  const me = own.value?.card.nation ?? null;
  const { manifest, records } = verified;
  const bundle = { originator: from, records, knowledge: manifest.knowledge, last: last.value };
  return ok(reviewBundle({ plan, me, myKnowledge: knowledgeOf(plan), bundle }));
};

export interface Speaker {
  readonly nation: string;
  readonly name: string;
  /** All who signed, the originator among them. */
  readonly signed: readonly {
    readonly kid: string;
    readonly role: 'originator' | CosignerRole;
    readonly nation: string;
    readonly name: string;
  }[];
}

/** Whose word a bundle is, by the cards that are known here. */
const speakerOf = async (context: CliContext, { manifest, originator }: OpenBundle): Promise<Result<Speaker>> => {
  const cards = await cardsHere(context);
  if (!cards.ok) return cards;
  const signed = manifest.signers.map(({ kid, role }) => {
    const card = cards.value.cardOf(kid);
    return { kid, role, nation: card?.nation ?? '', name: card?.name ?? '' };
  });
  const speaker = signed.find(({ kid }) => kid === originator);
  return ok({ nation: speaker?.nation ?? '', name: speaker?.name ?? '', signed });
};

interface UnderReview {
  readonly speaker: Speaker;
  /** What is here of its exercise; nothing where it is new. */
  readonly plan: PlanState;
  readonly review: Review;
}

/** A bundle beside the plan that it would change; changes nothing. */
export const underReview = async (context: CliContext, bundle: OpenBundle): Promise<Result<UnderReview>> => {
  const gap = allowGap(bundle.standing, context.options['allow-gap'] === true);
  if (!gap.ok) return gap;
  const speaker = await speakerOf(context, bundle);
  if (!speaker.ok) return speaker;
  const plan = await planOrNone(context, bundle.manifest.exerciseId);
  if (!plan.ok) return plan;
  const review = await reviewOf(context, bundle, speaker.value.nation, plan.value);
  return review.ok ? ok({ speaker: speaker.value, plan: plan.value, review: review.value }) : review;
};
