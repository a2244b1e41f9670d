bots-about = Each has its own people and its own limits; what they may do is the same.
bots-none = No bot is in service
bots-none-about = Create one with @BotFather and add it by its token.
bot-id = Telegram id
bot-in-service = In service
bot-add = Add a bot
bot-token = Bot token
bot-token-about = As @BotFather gives it. It is kept encrypted and never shown again.
bot-added = @{ $username } is in service.
bot-remove = Remove
bot-remove-name = Remove @{ $username }
bot-remove-title = Take @{ $username } out of service?
bot-remove-follows-quiet = It answers nobody any more, from now on.
bot-remove-follows-chats = Whoever searches or chats through it is told, and leaves.
bot-remove-follows-kept = Its history is kept. Add it again by its token to bring it back.
bot-removed-done = @{ $username } is out of service.
webhooks-again = Register webhooks again
webhooks-done = { $ok } of { $of } webhooks are registered.
webhook-refused = Webhook refused: { $why }
failures-about = What could not be done. Try it again once the cause is gone, or give it up.
dead-jobs = Jobs given up
dead-jobs-none = Nothing was given up
dead-jobs-none-about = All jobs of the queues were carried out.
jobs-singly = One by one
job-kind = Job
job-unknown = Of no known kind
error = Error
died-at = Given up
last-at = last
retry-all = Try all again
discard = Give up
discard-all = Give up all
discard-title = { $count ->
    [one] Give up { $count } job?
   *[other] Give up { $count } jobs?
}
discard-follows-never = What it would have done is never done.
discard-follows-audit = It stays in the audit log that it was given up.
jobs-retried = { $count ->
    [one] { $count } job begins again.
   *[other] { $count } jobs begin again.
}
jobs-discarded = { $count ->
    [one] { $count } job was given up.
   *[other] { $count } jobs were given up.
}
failed-updates = Failed updates
failed-updates-none = No update has failed
failed-updates-none-about = What Telegram told the bots was handled.
update = Update
update-about = Its shape, without words, names and places.
tries = Tries
given-up = Given up
tried-again = Tried again
failed-at = Failed
audit-about = What staff and the system did, newest first.
audit-none = Nothing yet
audit-none-about = As soon as somebody changes something, it stands here.
audit-action = What
audit-subject = About
audit-by = By
audit-at = When
action-age_refusal-lifted = Age refusal lifted
action-bot-added = Bot added
action-bot-removed = Bot removed
action-campaign-started = Campaign started
action-campaign-pause = Campaign paused
action-campaign-resume = Campaign resumed
action-campaign-cancel = Campaign ended
action-campaign-resent = Campaign sent again
action-dead_job-retried = Job tried again
action-dead_job-discarded = Jobs given up
action-finding-resolved = Finding resolved
action-gift-given = Gift given
action-group-added = Bot added to a group
action-group-approved = Group approved
action-group-rejected = Group rejected
action-group-activated = Group activated
action-group-deactivated = Group deactivated
action-group-settings_changed = Group settings changed
action-groups-left = Bot left its groups
action-group_ban-put = Put on the groups' ban list
action-group_ban-lifted = Taken off the groups' ban list
action-payment-refunded = Payment refunded
action-payout-paid = Payout paid
action-payout-declined = Payout declined
action-person-banned = Banned
action-person-unbanned = Ban lifted
action-appeal-refused = Appeal refused
action-referral-released = Referral released
action-referral-rejected = Referral rejected
action-refund-declined = Refund declined
action-refund-refused = Refund refused by Telegram
action-report-banned = Report: banned
action-report-warned = Report: warned
action-report-dismissed = Report dismissed
action-setting-changed = Setting changed
tried-times = { $count ->
    [one] tried { $count } time
   *[other] tried { $count } times
}
dead-jobs-search = Search in errors and kinds
dead-jobs-none-found = No job with these words
webhook-works = Webhook works
webhook-errors = Webhook has errors
webhook-broken = Webhook is broken
bot-pending = Updates waiting
bot-held-until = Telegram wants silence until { $time }.
bot-no-pacer = Its pacer does not answer.
bots-unseen = How the webhooks are could not be asked just now.
