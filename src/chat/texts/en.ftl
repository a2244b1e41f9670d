# Buttons. Reply-keyboard labels come back to the bot as text, so two of them must never be the same.
button-find = 🔍 Find Partner
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

# What staff see
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
chat-closed = 🚪 Strangers no longer meet at this bot, so your chat or search has ended.
question-over = ✋ What I asked you is over: somebody is here, and what you write now goes to them. Begin again when the chat is over.
in-chat-elsewhere = You are in a chat at @{ $bot }. Open it, or end it there first.
you-left = You have left the chat.
you-blocked = 🚫 Blocked. You won't meet this person again.
partner-left = 👋 Your partner has left the chat.
chat-ended-idle = 💤 It was quiet for a long time, so the chat has ended.
idle-warning = 💤 Are you still there? A silent chat ends in { $minutes } min.
after-chat = Look for somebody else. You can also block this person so that you never meet again, or report them within 24 hours.
after-chat-closed = You can still block this person so that you never meet again, or report them within 24 hours.
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

# Commands, as Telegram shows them in its menu
command-find = Find a partner
command-next = Next partner
command-stop = End the chat or the search
command-block = Block your partner
command-report = Report your partner to staff; also for 24 hours after the chat
command-lock = Keep your partner in the chat for a while
command-del = Reply with it to a message of yours to delete it at your partner's
