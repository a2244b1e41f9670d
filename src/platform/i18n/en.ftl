# Numbers with their nouns, for the texts below.
n-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
n-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
n-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
n-minutes-credits = { $minutes ->
    [one] { $minutes } credit
   *[other] { $minutes } credits
}
n-credits = { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}
n-credits-minutes = { $credits ->
    [one] { $credits } minute
   *[other] { $credits } minutes
}
n-credits-ai = { $credits ->
    [one] { $credits } AI credit
   *[other] { $credits } AI credits
}
n-credits-lock = { $credits ->
    [one] { $credits } lock credit
   *[other] { $credits } lock credits
}
n-amount-ai = { $amount ->
    [one] { $amount } AI credit
   *[other] { $amount } AI credits
}
n-amount-lock = { $amount ->
    [one] { $amount } lock credit
   *[other] { $amount } lock credits
}
n-stars = { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
n-stars-back = { $stars ->
    [one] { $stars } Star is back
   *[other] { $stars } Stars are back
}
n-minimum = { $minimum ->
    [one] { $minimum } Star
   *[other] { $minimum } Stars
}
n-spendable = { $spendable ->
    [one] { $spendable } Star
   *[other] { $spendable } Stars
}

# Buttons. Reply-keyboard labels come back to the bot as text, so two of them must never be the same.
button-find = 🔍 Find Partner
button-profile = 👤 Profile
button-help = ❓ Help
button-next = ⏭ Next
button-stop = ⏹ Stop
button-block = 🚫 Block
button-report = 🚩 Report
button-lock = 🔒 Lock Chat
button-cancel = Cancel search
button-stop-search = Stop searching
button-widen = Anybody is fine
button-notify = 🔔 Notify me
button-share = Share it
button-dont-share = Don't share
button-open-there = Open
button-end-there = End it there
button-edit-gender = Edit gender
button-edit-age = Edit age
button-edit-language = Edit language
button-preferences = ⭐ Whom to meet
button-join = Join { $channel }
button-joined = ✅ I have joined
button-delete-data = Delete everything
button-keep-data = Keep it
button-accept-terms = I accept
button-appeal = 🙏 Appeal

gender-male = Male
gender-female = Female
gender-other = Other
wish-any = Anybody

# The way in
choose-language = 👋 Welcome! Which language shall we speak?
welcome =
    Here you talk 1:1 with strangers, anonymously. They never see your name, number or profile, and you can leave at any moment.

    By going on you accept our /terms and /privacy. You must be { $minimumAge } or older.
ask-gender = What is your gender?
ask-age = How old are you? Send your age as a number, for example 27.
bad-age = I need your age as a number from 13 to 120, for example 27.
age-locked = An age below 18 can't be changed to 18 or above here. If it was a slip, write to support: /help
age-refused =
    Thank you for being honest. People meet strangers here, so it is only for those who are { $minimumAge } or older, and I can't let you in.
age-refused-kept =
    Your gender, your age and your preferences are deleted, and nothing is charged any more. Kept are this refusal, your language and in which bots you were. If you were here before, what you bought, whom you invited and blocked, and reports stay as well: /mydata shows all of it, /deletemydata deletes it.
age-refused-appeal = If that age was a mistake, write to { $contact } and staff will look at it.
age-refused-no-contact = If that age was a mistake, ask the people who run this bot to look at it.
banned-until = ⛔ You are excluded from this bot until { $until }. Reason: { $reason }
banned-for-good = ⛔ You are excluded from this bot for good. Reason: { $reason }
banned-under-review = ⏸ You were reported, so you meet nobody here until staff have looked at it.
appeal-offer = Was that wrong? You can appeal once.
appeal-ask = Write one message that says why, and staff will read it. There is only this one.
appeal-passed = 🙏 Thank you. Staff will read it and you'll hear from us here.
appeal-already = You have appealed already. That can be done once.
appeal-failed = Your appeal couldn't be passed on just now. Please try again later.
appeal-lifted = ✅ Staff believe you: the ban is lifted. Press /start to go on.
appeal-kept = Staff have read your appeal, and the ban stays.
age-appeal-kept = Staff have read your appeal, and the refusal stays.
age-lifted = ✅ Staff believe you: you can start over. Press /start, and give your age as it is.
age-lifted-vip = Your VIP is yours again, until { $until }.
age-lifted-subscription = Your subscription was stopped so that nothing is charged. Once your profile is complete, /paysupport lets you resume it.
age-below-minimum = People here now have to be { $minimumAge } or older, and your profile says { $age }: nobody can be found for you, nothing can be sold to you, and what renews is paid back. Your profile stays as it is. /profile shows it, /deletemydata deletes it.
menu = You're all set. Press “{ button-find }” to meet somebody.
menu-again = What would you like to do?
unknown-payload = That link isn't one I know, so here is the menu.
saved = Saved.

profile =
    👤 Your profile

    Gender: { $gender }
    Age: { $age }
    Language: { $language }
    Chats so far: { $chats }

    Strangers see your gender, your age range and your language. Nothing else.
language-set = From now on I speak English.

# Pages
help =
    Talk to strangers, one at a time, without names.

    /find – find a partner
    /next – leave this one and find another
    /stop – end the chat or the search
    /block – end the chat and never meet this person again
    /report – report your partner to staff; also for 24 hours after the chat
    /lock – lock the chat, so that your partner stays for a while
    /del – reply with it to a message of yours to delete it at your partner's
    /premium – be matched first, choose whom to meet
    /credits – your credits
    /paysupport – your payments, and how to get them back
    /profile – your profile
    /preferences – whom you would like to meet
    /invite – invite friends, and what it brings
    /language – change the language
    /terms – the rules
    /privacy – what is kept about you
    /support – write to our team
    /mydata – everything that is kept about you, as a file
    /deletemydata – delete it

    In a chat just write: text, photos, voice, stickers, albums, replies, edits and reactions all reach your partner.
help-contact = Questions? { $contact }
terms =
    📜 Terms, version { $version }

    1. You are { $minimumAge } or older.
    2. Be kind. No threats, harassment, hate, spam, fraud, or asking for money.
    3. Nothing sexual that involves minors, and nothing illegal. Such things are reported.
    4. Don't share other people's data, and think twice before sharing your own.
    5. Who breaks the rules can be excluded.
    6. What is sold here is charged in Telegram Stars. What you haven't used at all is refunded when you ask: /paysupport
terms-accepted = ✅ You have accepted this version.
terms-not-accepted = You have not accepted this version yet.
terms-thanks = Thank you. The terms are accepted.
terms-changed = Our terms have changed. Please read and accept them before you go on.
privacy =
    🔐 Privacy

    Kept: your Telegram id, language, gender, age, when you accepted the terms, how many chats you had, whom you blocked, and for 20 minutes whom you met.
    Also kept: which of our messages to everybody reached you, for some months, and whether you want fewer of them.
    Messages pass from you to your partner through this bot. Their text is not stored; which message of yours is which copy at your partner's is kept until 24 hours after the chat, so that replies, edits, reactions and deleting work. What you write to /support goes to our team; which message was yours is kept for 30 days.
    Your partner sees your gender, age range and language. Never your name, number or id. A contact or a location is sent only after you confirm it.
    What you paid in Stars and what it brought you is kept. The payment itself is Telegram's: we see no card.
    A report is kept with its reason, its two people and what staff decided.
    If you came by a friend's link: whose it was. Of what you earn by yours: the shares and payouts. Neither of you is told who the other one is.
    Of a chat you locked, its minutes, its time and what came back of them are kept.
    /mydata sends you all of it, /deletemydata deletes it.
privacy-names = Also kept: your name and @username as Telegram has them, for our team alone. They find you by it; nobody you meet sees it.
privacy-no-names = Your name and @username are not kept.
review-notice-on_report = 👁 If a chat is reported, staff see copies of its last messages. Otherwise nobody but your partner sees what you write.
review-notice-all = 👁 Staff see copies of the pictures, videos, files, stickers and voice messages sent in chats, and of the last messages of a reported chat.
review-notice-off = 👁 Staff get no copies of your messages.

# Searching
search-0 = 🔍 Looking for somebody for you …
search-1 = 🔎 Still looking. Good company takes a moment …
search-2 = 🌍 Looking further away, in every language …
search-3 = ☕ It's quiet right now. I keep looking …
search-4 = ⏳ I'm still on it. You can leave this open: I'll write when there is somebody.
search-already = You are already searching. I'll write as soon as there is somebody.
search-elsewhere = You are already searching at @{ $bot }. Whoever comes writes to you there.
search-cancelled = Search stopped.
search-over = This search is over.
search-none = You are not searching.
search-nobody = Nobody has turned up yet. What shall we do?
search-ended = Nobody turned up, so the search has ended. Try again later, there are busier hours.
search-resumed = 🔄 That match didn't come about. I'm looking again.
widened = All right, anybody is fine. Looking …
notify-set = 🔔 The search has stopped. I'll write once somebody is looking for a chat.
somebody-there = 👀 Somebody is looking for a chat right now.

# In a chat
match-card =
    🎉 Somebody is here! Say hello.

    Gender: { $gender }
    Age: { $age }
    Language: { $language }
in-chat = You are in a chat. Just write, or press “{ button-next }” or “{ button-stop }”.
bot-closed = 🚪 This bot has been closed, so your chat or search has ended.
ask-after-chat = You are in a chat. That can be done when it is over.
question-over = ✋ What I asked you is over: somebody is here, and what you write now goes to them. Begin again when the chat is over.
answer-in-chat = ✋ I had just asked you something, so this went to nobody. My question is over now: what you write from here on goes to your partner.
in-chat-elsewhere = You are in a chat at @{ $bot }. Open it, or end it there first.
you-left = You have left the chat.
you-blocked = 🚫 Blocked. You won't meet this person again.
partner-left = 👋 Your partner has left the chat.
chat-ended-idle = 💤 It was quiet for a long time, so the chat has ended.
idle-warning = 💤 Are you still there? A silent chat ends in { $minutes } min.
after-chat = Look for somebody else. You can also block this person so that you never meet again, or report them within 24 hours.
already-blocked-gone = That chat is too long ago: nothing is kept of it any more.
report-ask = 🚩 What is wrong? Your report ends the chat, and you won't meet this person again.
report-reason-spam = Spam or ads
report-reason-insults = Insults or threats
report-reason-sexual = Sexual content
report-reason-minor = Somebody under 18
report-reason-scam = Scam or begging
report-reason-other = Something else
report-thanks = 🚩 Thank you, staff will look at it. You won't meet this person again, and they aren't told who reported them.
report-already = You have reported this chat already. Staff will look at it.
report-warning = ⚠️ Staff have looked at a report about one of your chats: { $reason }. Please keep to the /terms, so that everybody feels at ease here. If it happens again, you may be excluded.
ban-reason-spam = spam or ads
ban-reason-insults = insults or threats
ban-reason-sexual = unwanted sexual content
ban-reason-minor = under the minimum age
ban-reason-scam = scam or begging
ban-reason-other = breaking the rules
no-chat = You are not in a chat. Press “{ button-find }” to meet somebody.
share-contact = 📇 This contact can show who you are. Share it with your partner?
share-location = 📍 This shows your partner where you are. Share it?
shared = Shared.
not-shared = Not shared.
share-over = That chat is over. Nothing was shared.
flood-warning = ✋ Too fast. What you send beyond 20 messages in 5 seconds arrives a little later.
not-delivered = ⚠️ This message could not be delivered.
edit-not-delivered = ⚠️ This edit could not be passed on.
cant-relay-kind = ⚠️ Messages of this kind can't be passed on.
cant-relay-person = ⚠️ This shows who somebody is, so it can't be passed on.
cant-relay-too_big = ⚠️ Your partner is with another bot, and files over 20 MB can't be passed on to it.
cant-relay-payment = ⚠️ Payments and invoices can't be passed on.
cant-relay-paid_media = ⚠️ Paid media can't be passed on.
cant-relay-giveaway = ⚠️ Giveaways can't be passed on.
cant-relay-quiz = ⚠️ A quiz can't be passed on. An ordinary poll can.
cant-relay-checklist = ⚠️ Checklists can't be passed on.
deleted = 🗑 Deleted at your partner's.
delete-how = Reply with /del to the message you want to delete.
delete-not-yours = That is not a message of yours in this chat.
delete-failed = It couldn't be deleted: Telegram deletes only what is younger than 48 hours.

# Locking a chat
lock-offer =
    🔒 Lock this chat: for that time your partner can't leave it by “{ button-next }” or “{ button-stop }”. You can, and what is left of the time is lost then. Blocking and reporting always work, for both.

    A credit is a minute. You have: { $credits }
lock-minutes = { $minutes } min
lock-minutes-for = { $minutes } min · { $stars } ⭐
lock-chosen = 🔒 { $minutes } min
lock-short = That lock takes { n-minutes-credits }, and you have { $credits }. Buy them here: the lock begins as soon as they are paid.
lock-short-not-sold = That lock takes { n-minutes-credits }, and you have { $credits }. There are none to buy at the moment.
lock-running = 🔒 This chat is locked already, for { $minutes } min more.
lock-off = 🔓 Chats can't be locked at the moment.
lock-not-offered = That duration is not offered any more. Press “{ button-lock }” again.
lock-over = That chat is over, so there is nothing to lock. Your credits are untouched.
lock-not-begun = The chat was over or locked already, so your lock did not begin. Credits back with you: { $credits }
lock-began-own = 🔒 You have locked this chat for { $minutes } min. If you leave earlier, the rest of the time is lost.
lock-began = 🔒 Your partner would like to keep talking and has locked this chat for { $minutes } min. “{ button-next }” and “{ button-stop }” work again after that. “{ button-block }” and “{ button-report }” always do.
lock-ended-own = 🔓 Your lock has run out. From now on your partner can leave again.
lock-ended = 🔓 The lock is over: you can leave again whenever you like.
lock-holds = 🔒 Your partner has locked this chat. You can leave in { $minutes } min. If something is wrong, “{ button-block }” and “{ button-report }” end it at once.
lock-returned = ↩️ The chat ended before your lock did. Credits back with you: { $credits }
lock-kept = 💳 Your lock credits are here, but that chat can't be locked now. They stay with you for another time: { $credits }

# Before the first chat
join-channels = 📣 To chat here, please join first. Then press “{ button-joined }”.

# Preferences
preferences = ⭐ Whom would you like to meet?
preferences-saved = ⭐ Saved. It holds from your next search on. Whom would you like to meet?
preferences-vip = ⭐ Choosing whom you meet is for VIPs: they come first in every search, and choose Male, Female, Other or Any. Without VIP you meet anybody.
preferences-off = There are no preferences here at the moment: everybody meets anybody.

# Support
support-ask = 💬 Write one message for our team: text, a photo, a voice message, whatever helps. Your next message goes to them, with your Telegram id and language, and not to anybody else.
support-in-chat = 💬 You are in a chat, where what you write goes to your partner. For our team write it behind the command, and it goes to nobody else: /support what is wrong
support-sent = ✅ Sent to our team. The answer comes here.
support-cant = ⚠️ A message of this kind can't be sent to our team. Start again with /support.
support-wait = ⏳ You have just written to our team several times. Wait a minute, then begin again with /support.
support-none = There is no contact here for questions.
support-answer = 💬 Our team answers. To write back: /support

# Your data
mydata = 📄 Everything that is kept about you. Whom you met or blocked is only counted: nobody's identity is given away, yours neither.
deletemydata =
    🗑 Delete everything that is kept about you?

    Deleted: language, gender, age, preferences, VIP time, accepted terms, how many chats you had, whom you met and blocked, your messages' links to support, your invite link, and the Stars earned by it, also where you have asked for a payout. Turn them into credits or have them paid out first. A chat or a search ends at once.
    Kept: if you are excluded or were refused for your age, that stays, under a code instead of your id, because deleting must not lift it. What our team did is recorded under that code too, and how the reports you made were judged. Payments stay in our books under a code, with Telegram's number of the charge; credits you still have are lost, and nothing is charged again. If you were invited or have invited somebody, a code says that you were here, so that an invitation counts once. Which message is which copy in a chat goes 24 hours after it. What is in this window and with your partners stays at Telegram.

    This can't be undone.
data-deleted = 🗑 Deleted. If you ever come back, /start begins anew.
not-deleted = Nothing was deleted.

# Commands, as Telegram shows them in its menu
command-start = Start, or back to the menu
command-find = Find a partner
command-next = Next partner
command-stop = End the chat or the search
command-block = Block your partner
command-report = Report your partner
command-lock = Keep your partner in the chat for a while
command-del = Delete a message (as a reply)
command-profile = Your profile
command-preferences = Whom you would like to meet
command-language = Change the language
command-help = Help
command-terms = Terms
command-privacy = Privacy
command-support = Write to our team
command-mydata = What is kept about you
command-deletemydata = Delete what is kept about you

# Money
button-premium = ⭐ Buy Premium
button-plan = { n-days } · ⭐ { $stars }
button-plan-monthly = Every { n-days } · ⭐ { $stars }
button-subscribe = Subscribe for ⭐ { $stars }
button-unsubscribe = Cancel: { $title }
button-resume = Resume: { $title }
button-refund = ↩️ Refund no. { $no }: { $title } (⭐ { $stars })
button-pack = { n-credits-ai } · ⭐ { $stars }
button-ai-month = { n-credits-ai } a month · ⭐ { $stars }
button-ai-year = { $credits } a month for a year · ⭐ { $stars }
command-premium = Premium: be first, choose whom to meet
command-credits = Your credits
command-paysupport = Payments and refunds
order-vip = VIP for { n-days }
order-vip-about = Be matched first and choose whom to meet, for { n-days }. They come on top of what you have.
order-vip-monthly-about = Be matched first and choose whom to meet. Charged every { n-days } until you cancel, which you can do at any time.
order-lock = { n-credits-lock }
order-lock-about = { n-credits-minutes } in which your partner can't skip you. Unused credits stay yours.
order-pack = { n-credits-ai }
order-pack-about = { n-credits } for pictures and videos. They stay until you use them.
order-ai-month = AI credits every month
order-ai-month-about = { n-credits } for pictures and videos every 30 days. Charged each time until you cancel.
order-ai-year = AI credits for a year
order-ai-year-about = { n-credits } for pictures and videos every 30 days, for 365 days. Paid once.
thanks-vip = ⭐ Thank you! You are VIP until { $until }: you are matched first, and /preferences lets you choose whom to meet. It counts from your next search.
thanks-gone = Your payment arrived and has been taken back since. See /paysupport.
thanks-lock = 🔒 Thank you! { n-credits-lock } came in; you have { $balance }.
thanks-pack = 🎨 Thank you! { n-credits-ai } came in; you have { $balance }.
thanks-ai = 🎨 Thank you! You get { n-credits-ai } every 30 days, until { $until }.
paid-again = You paid this invoice twice. Both payments count; if that was a slip, /paysupport gives the unused one back.
premium =
    ⭐ Premium
    You are matched before everybody else, and you choose whom to meet.
premium-until =
    ⭐ You are VIP until { $until }.
    You would like to meet: { $wish }
premium-choose = Choose a plan. Days come on top of what you have.
premium-off = Premium is not on sale just now.
premium-past = Your purchases:
premium-in-chat = You are in a chat. Premium can be bought when it is over.
payment-credited = { $day } · no. { $no } · { $title } · ⭐ { $stars }
payment-refunding = { $day } · no. { $no } · { $title } · ⭐ { $stars } · is going back
payment-refunded = { $day } · no. { $no } · { $title } · ⭐ { $stars } · refunded
subscription-active = 🔁 { $title }: renews on { $until }.
subscription-cancelled = 🔁 { $title }: cancelled, runs until { $until }.
subscription-failed = ⚠️ { $title }: the renewal failed; what is paid runs until { $until }.
subscription-now-active = 🔁 Your subscription goes on: it renews on { $until }.
subscription-now-cancelled = Your subscription is cancelled. What is paid runs until { $until }.
subscription-now-failed = ⚠️ Telegram couldn't charge you for the next month. What is paid runs until { $until }; with enough Stars it goes on by itself, or buy again: /premium
unsubscribed = Done: nothing more is charged. What is paid runs until { $until }.
unsubscribe-refused = Telegram didn't let me cancel it. You can do it yourself: Settings → My Stars → Subscriptions.
unsubscribe-nothing = There is nothing to cancel: it is cancelled already.
resume-allowed = Telegram lets it go on. Confirm it there: Settings → My Stars → Subscriptions → Renew. You'll hear from me here.
resume-refused = Telegram didn't let me resume it. You can buy it again when it ends: /premium
resume-not_ours = You cancelled it in Telegram, so only you can resume it there: Settings → My Stars → Subscriptions.
resume-nothing = It isn't cancelled.
vip-expired = Your VIP time is over. Thank you for being one! You can go on at any time: /premium
credits =
    Your credits
    🔒 For locking chats: { $lock }
    🎨 For pictures and videos: { $ai }
credits-owed = Credits refunded after you had used them: { $owed }. The next ones you get settle that first.
paysupport =
    💳 Payments and refunds
    What you haven't used at all goes back at once within { n-hours }. Later, or partly used: press the same button, and staff decide.
paysupport-none = You haven't paid for anything here.
refund-refunded = ↩️ Your Stars are on their way back; you'll read here when they are there.
refund-requested = That can't be refunded by itself any more, so staff will look at it. You'll hear from them here.
refund-already_requested = Staff have that on their list already, or have answered it.
refund-over = That payment has been refunded, or is being so.
refund-declined = Staff have looked at your request for a refund of payment no. { $no } and can't give it. Reason: { $reason }
refunded-asked = ↩️ { n-stars-back }: { $title }.
refunded-staff = ↩️ Staff gave you { n-stars } back: { $title }.
refunded-telegram = ↩️ Telegram gave you { n-stars } back, so this is taken back: { $title }.
refunded-other_payer = ↩️ { n-stars-back }: that invoice ({ $title }) was made for somebody else. Ask for your own: /premium
refunded-wrong_amount = ↩️ { n-stars-back }: that was not the price of { $title }. Please try again.
refunded-banned = ↩️ { n-stars-back }: you are excluded here, so nothing can be sold to you ({ $title }).
refunded-subscribed_twice = ↩️ { n-stars-back }: you have that subscription already ({ $title }).
refunded-gone = ↩️ { n-stars-back }: you have no profile here to sell to ({ $title }). Press /start to make one.
checkout-unknown = I don't know this invoice. Please ask for a new one: /premium
checkout-paid = This invoice is paid already. Please ask for a new one: /premium
checkout-expired = This invoice is too old. Please ask for a new one: /premium
checkout-other_payer = This invoice was made for somebody else. Please ask for your own: /premium
checkout-wrong_amount = That is not the price. Please ask for a new invoice: /premium
checkout-banned = You are excluded here, so nothing can be sold to you.
checkout-not_sold = This is not on sale any more.
checkout-price_changed = The price has changed since. Please look at the new one: /premium
checkout-subscribed = You have that subscription already.
checkout-busy = I can't look that up just now. You weren't charged; please try again in a minute.
gift-vip = 🎁 Staff gave you { n-days } of VIP, until { $until }.
gift-lock_credits = 🎁 Staff gave you { n-amount-lock }.
gift-ai_credits = 🎁 Staff gave you { n-amount-ai }.

button-fewer-messages = 🔕 Fewer messages
button-all-messages = 🔔 All messages
fewer-messages-on = 🔕 You no longer get what we send to everybody, only answers to what you do here.
fewer-messages-off = 🔔 You get what we send to everybody. You can stop it.
# Groups
group-hello = 👋 I'm at work here. Administrators: /settings
group-waiting = ⏳ This group waits for the approval of whoever runs me. Until then I do nothing here.
group-admins-only = Only administrators of this group can do that.
group-right-needed = I can't do that here. Switch on "{ $right }" for me: Edit > Administrators.
group-right-can_delete_messages = Delete messages
group-right-can_restrict_members = Ban users
group-right-can_invite_users = Invite users via link
group-right-can_pin_messages = Pin messages
group-not-admin = I can't do that to an administrator.
group-needs-supergroup = This works in supergroups only.
group-nobody = I don't know whom you mean. Reply to a message of theirs, or write their id.
group-refused = Telegram refuses this: { $description }
group-off = This is switched off here. Administrators can switch it on in /settings.
group-how-to = Reply to somebody's message, for example: { $example }
group-time-how = I don't understand that time. Write it right behind the command, as 30m, 12h, 1d or 2w and at most 52w: /{ $command } 30m spam. Without a time it is for good.
group-ban-endless = In a basic group a ban has no end, so I did nothing. Ban without a time, or make this a supergroup.
group-channel = A channel can only be banned for good and let back: /ban, /unban.
group-open-settings = The settings of this group are in our private chat.
group-open-settings-anonymous = Press the button, so that I know who you are.
button-group-settings = ⚙️ Settings
group-panel = ⚙️ { $title }
group-panel-state-active = I'm at work in this group.
group-panel-state-waiting = The group waits for approval.
group-panel-state-inactive = I'm not at work in this group.
group-panel-missing = ⚠️ What is on needs rights I don't have. Switch on for me: { $rights }
group-panel-texts = Write in the group: /setrules and /setwelcome, with the text behind it.
group-panel-gone = You are no administrator of this group, or I'm no longer in it.
group-option-moderation = Warnings, /mute and /ban
group-option-link_filter = No links
group-option-forward_filter = No forwards
group-option-captcha = Question before joining
group-option-report = /report
group-option-shared_bans = Shared ban list
group-option-silent = Silent posts
group-option-language = Language: { $language }
group-option-warn_limit = Warnings: { $count }
group-option-warn_action-mute = At the limit: mute
group-option-warn_action-ban = At the limit: ban
group-option-who_may_post-staff = Posts: by staff
group-option-who_may_post-admins = Posts: by administrators
group-option-cooldown_seconds = Between posts: { $time }
group-option-watch = Tell me of reports
group-text-saved = ✅ Saved.
group-text-removed = ✅ Removed. To set it, write it behind the command.
group-text-too-long = That is too long.
group-welcome = 👋 { $name }
group-warned = ⚠️ { $name }: warning { $count } of { $limit }.
group-unwarned = ✅ { $name }: one warning less, { $count } left.
group-muted = 🔇 { $name } can't write here any more.
group-muted-for = 🔇 { $name } can't write here for { $time }.
group-banned = 🚫 { $name } is banned.
group-banned-for = 🚫 { $name } is banned for { $time }.
group-unmuted = 🔊 { $name } can write again.
group-unbanned = ✅ { $name } may come back.
group-reason = Reason: { $reason }
group-filter-link = No links here
group-filter-forward = No forwarded messages here
group-reported = 🚩 The administrators were told.
group-report-how = Reply to the message it is about.
group-report-alert = 🚩 Somebody in { $title } reported a message: { $link }
group-post-staff-only = Only whoever runs me may have me post here.
group-post-wait = ⏳ Not yet. The next post may go out in { $time }.
group-post-how = Write /post and the text behind it, or reply with /post to a text, photo, video, animation or document.
group-captcha = To join { $title }, press { $sign } within { n-minutes }.
group-captcha-right = ✅ That's it. Welcome!
group-captcha-wrong = That was not it. You can ask to join again.
group-captcha-late = Too late. You can ask to join again.
group-captcha-cant = I couldn't let you in. The administrators of the group can.
group-shared-ban = 🚫 You can't join { $title }: { $reason }
group-shared-ban-appeal = Not right? Write to { $contact }.

staff-login-usage = Write the code of the login page behind it: /admin_login ABCD-2345
staff-login-wrong = This code is not right, or no longer good. The login page gives you a new one.
staff-login-wait = Too many wrong codes. Try again in { $minutes } min.
staff-login-ask =
    🔐 Somebody wants to sign in to the dashboard with this code.

    From: { $place }
    With: { $agent }
    At: { $time }

    Is it you? Never confirm what you did not begin yourself.
staff-login-nowhere = an unknown place
staff-login-yes = ✅ Confirm
staff-login-no = 🚫 Not me
staff-login-confirmed = ✅ Confirmed. Go back to your browser.
staff-login-refused = 🚫 Refused. Nobody gets in with this code.
staff-login-over = This request is over. The login page gives you a new code.
staff-invitation-wrong = This invitation is not for you, or no longer good.
staff-invitation-accepted = 👋 Welcome to the team, as { $role }. Sign in at { $url }
staff-role-owner = owner
staff-role-operator = operator
staff-role-viewer = viewer
staff-mail-link-subject = Your link to the Rialto dashboard
staff-mail-link =
    Open this link and press the button to sign in. It is good for 15 minutes, once:

    { $url }

    You did not ask for it? Then delete this mail, and nothing happens.
staff-mail-invitation-subject = You are invited to the team of Rialto
staff-mail-invitation =
    You are invited to run Rialto, as { $role }. Open this link and press the button to sign in. It is good for seven days, once:

    { $url }
