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
    Thank you for being honest. People meet strangers here, so it is only for those who are { $minimumAge } or older, and I can't let you in. Nothing you told me is kept but this refusal.
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
menu = You're all set. Press “{ button-find }” to meet somebody.
menu-again = What would you like to do?
unknown-payload = That link isn't one I know, so here is the menu.
saved = Saved.
use-buttons = Please use the buttons above.

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
    /profile – your profile
    /preferences – whom you would like to meet
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
terms-accepted = ✅ You have accepted this version.
terms-not-accepted = You have not accepted this version yet.
terms-thanks = Thank you. The terms are accepted.
terms-changed = Our terms have changed. Please read and accept them before you go on.
privacy =
    🔐 Privacy

    Kept: your Telegram id, language, gender, age, when you accepted the terms, how many chats you had, whom you blocked, and for 20 minutes whom you met.
    Messages pass from you to your partner through this bot. Their text is not stored; which message of yours is which copy at your partner's is kept until 24 hours after the chat, so that replies, edits, reactions and deleting work. What you write to /support goes to our team; which message was yours is kept for 30 days.
    Your partner sees your gender, age range and language. Never your name, number or id. A contact or a location is sent only after you confirm it.
    A report is kept with its reason, its two people and what staff decided.
    Of a chat you locked, its minutes, its time and what came back of them are kept.
    /mydata sends you all of it, /deletemydata deletes it.
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
flood-warning = ✋ Too fast. What you send beyond 20 messages in 5 seconds is not delivered. Wait a moment.
not-delivered = ⚠️ This message could not be delivered.
edit-not-delivered = ⚠️ This edit could not be passed on.
cant-relay-service = ⚠️ Messages of this kind can't be passed on.
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
lock-short = That lock takes { $minutes } credits, and you have { $credits }. Buy them here: the lock begins as soon as they are paid.
lock-short-not-sold = That lock takes { $minutes } credits, and you have { $credits }. There are none to buy at the moment.
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
support-sent = ✅ Sent to our team. The answer comes here.
support-cant = ⚠️ A message of this kind can't be sent to our team. Start again with /support.
support-none = There is no contact here for questions.
support-answer = 💬 Our team answers. To write back: /support

# Your data
mydata = 📄 Everything that is kept about you. Whom you met or blocked is only counted: nobody's identity is given away, yours neither.
deletemydata =
    🗑 Delete everything that is kept about you?

    Deleted: language, gender, age, preferences, VIP time, accepted terms, how many chats you had, whom you met and blocked, your messages' links to support. A chat or a search ends at once.
    Kept: if you are excluded or were refused for your age, that stays, under a code instead of your id, because deleting must not lift it. What our team did is recorded under that code too. Which message is which copy in a chat goes 24 hours after it. What is in this window and with your partners stays at Telegram.

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
