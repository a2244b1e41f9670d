/** What can stand in the audit, to choose from. A new one is shown all the same. */
export const auditActions = [
	...["person.banned", "person.unbanned", "appeal.refused", "age_refusal.lifted", "gift.given"],
	...["report.banned", "report.warned", "report.dismissed"],
	...["request.taken", "request.released", "request.closed"],
	...["request.assigned", "request.answered"],
	...["saved_reply.added", "saved_reply.changed", "saved_reply.removed"],
	...["payment.refunded", "refund.declined", "refund.refused", "finding.resolved"],
	...["payout.paid", "payout.declined", "referral.released", "referral.rejected"],
	...["campaign.started", "campaign.pause", "campaign.resume", "campaign.cancel", "campaign.resent"],
	...["group.added", "group.approved", "group.rejected", "group.activated", "group.deactivated"],
	...["group.settings_changed", "groups.left", "group_ban.put", "group_ban.lifted"],
	...["setting.changed", "bot.added", "bot.changed", "bot.removed", "dead_job.retried", "dead_job.discarded"],
	...["staff.invited", "staff.joined", "staff.changed", "staff.login", "staff.logout", "session.ended"],
	...[
		"invitation.withdrawn",
		"key.made",
		"key.deleted",
		"passkey.added",
		"passkey.removed",
		"login.confirmed",
		"login.refused",
	],
] as const;
