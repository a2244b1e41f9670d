export {
	type PayoutState,
	payoutStates,
	type ReferralState,
	referralStates,
} from "../../../../src/referrals/rules.ts";
