// The texts of the rooms: actors read them too, and know no wiring. A room's keys are its own; a test refuses doubles.
export { texts as referrals } from "./referrals/texts.ts";
