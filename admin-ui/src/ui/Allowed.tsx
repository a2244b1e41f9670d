import type { ReactNode } from "react";
import type { Area } from "../api/areas.ts";
import { useCan } from "../api/session.ts";
import { NotFound } from "./NotFound.tsx";

/** A page for those who may write in an area: no link leads others here, but its address can be typed. */
export function Allowed({ area, children }: { area: Area; children: ReactNode }) {
	const can = useCan();
	return can(area) ? children : <NotFound />;
}
