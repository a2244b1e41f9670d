// The texts of the rooms: actors read them too, and know no wiring. A room's keys are its own; a test refuses doubles.
export { texts as chat } from "./chat/texts.ts";
export { texts as delivery } from "./delivery/texts.ts";
export { texts as groups } from "./groups/texts.ts";
export { texts as payments } from "./payments/texts.ts";
export { texts as people } from "./people/texts.ts";
export { texts as posts } from "./posts/texts.ts";
export { texts as referrals } from "./referrals/texts.ts";
export { texts as staff } from "./staff/texts.ts";
