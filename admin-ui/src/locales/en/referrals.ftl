referrals-about = Who came by whose link. What looks odd is held until you have looked.
referrals-filter = Newcomers in which state
referrals-none = Nobody has come by a link yet
referrals-none-about = Everybody finds their own link under Invite in the bot.
none-in-state = Nothing in this state
newcomers = Newcomers
newcomer = Newcomer
referrer = Came by
came-at = Came
reward = Reward
reward-days = Days of VIP: { $days } and { $gift }
referral-held = Held
referral-counted = Counted
referral-rejected = Rejected
held-self = By their own link
held-banned = The referrer may not take part
held-loop = They brought each other
held-burst = Too many within 24 hours
held-silent = Most of the referrer's newcomers never chatted
referral-release = Count
referral-reject = Reject
referral-release-title = Count newcomer { $id }?
referral-release-follows = The days are given now, and what the newcomer pays is shared from now on.
referral-reject-title = Reject newcomer { $id }?
referral-reject-follows = It rewards nobody, for good.
referral-done-release = Counted.
referral-done-reject = Rejected.
payouts = Payouts
payouts-filter = Payouts in which state
payouts-none = Nobody has asked for a payout
payouts-none-about = What affiliates want to have paid out stands here.
payout-requested = Asked for
payout-paid = Paid
payout-declined = Declined
payout-pay = Mark as paid
decline = Decline
payout-pay-title = Say that { $stars ->
    [one] { $stars } Star was
   *[other] { $stars } Stars were
} paid to { $id }?
payout-pay-follows = Pay first: this only says that it was done. The person is told.
payout-decline-title = Decline the payout of { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} to { $id }?
payout-decline-follows = The Stars go back to the person, who is told the reason.
payout-note = Note
payout-note-about = How it was paid, as the person reads it. May be empty.
payout-done-paid = Marked as paid.
payout-done-decline = Declined. The Stars are back.
asked-at = Asked
