button-invite = 🎁 Invite friends
button-share-link = 📤 Share the link
button-convert = 🔄 Turn into credits
button-payout = 💸 Ask for a payout
command-invite = Invite friends, and what it brings
invite-title = 🎁 Invite friends
invite-link =
    Your link: { $link }

    Send it to friends who are new here.
invite-off = There are no invitations at the moment. What you have earned stays yours.
invite-offer-days = ⭐ { n-days } of VIP for you, for each friend who sets up a profile
invite-offer-share = 💫 { $percent } % of the Stars that your friends pay
invite-offer-gift = 🎀 { n-days } of VIP for your friend
invite-counts = 👥 Came: { $came } · counted: { $counted } · VIP days for you: { $days }
invite-held = 🔎 Being looked at by our team: { $held }
invite-earned = 💫 Stars: { $spendable } to spend · { $pending } on their way, free after 21 days · { $paid } paid out
invite-owed = ↩️ Stars refunded after you spent them: { $owed }. New ones settle that first.
invite-requested = 💸 You have asked for a payout of { n-stars }. We'll write when it is done.
invite-minimum = A payout is possible from { n-minimum }.
convert-ask = 🔄 You have { n-spendable }. What shall become of them?
convert-to-ai_credits = { $stars } ⭐ → { n-credits-ai }
convert-to-lock_credits = { $stars } ⭐ → { n-credits-lock }
converted-to-ai_credits = ✅ { n-stars } → { n-credits-ai }.
converted-to-lock_credits = ✅ { n-stars } → { n-credits-lock }.
convert-too-little = There are not enough Stars for that.
payout-requested = 💸 Your request is with our team. We'll write when it is done.
payout-open = 💸 You have asked already. We'll write when it is done.
payout-too-little = A payout is possible from { n-minimum }.
payout-paid = ✅ Your payout of { n-stars } is done.
payout-declined = Your payout of { n-stars } was declined: { $reason }. The Stars are back with you: /invite
referral-rewarded = 🎉 A friend came by your link. You get { n-days } of VIP!
referral-counted = 🎉 A friend came by your link!
referral-gift = 🎀 A welcome from the friend who invited you: { n-days } of VIP.
