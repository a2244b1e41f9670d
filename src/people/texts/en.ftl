# Buttons. Reply-keyboard labels come back to the bot as text, so two of them must never be the same.
button-profile = 👤 Profile
button-help = ❓ Help
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
welcome-chat = Here you talk 1:1 with strangers, anonymously. They never see your name, number or profile, and you can leave at any moment.
welcome-terms = By going on you accept our /terms and /privacy. You must be { $minimumAge } or older.
ask-gender = What is your gender?
ask-age = How old are you? Send your age as a number, for example 27.
bad-age = I need your age as a number from 13 to 120, for example 27.
age-locked = An age below 18 can't be changed to 18 or above here. If it was a slip, write to support: /help
age-refused =
    Thank you for being honest. People meet strangers here, so it is only for those who are { $minimumAge } or older, and I can't let you in.
age-refused-no-chat = Thank you for being honest. This is only for those who are { $minimumAge } or older, and I can't let you in.
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
age-below-minimum = People here now have to be { $minimumAge } or older, and your profile says { $age }: nobody can be found for you, nothing can be sold to you, and what renews is paid back. Your profile stays as it is. /profile shows it, /deletemydata deletes it.
menu = You're all set. Press “{ button-find }” to meet somebody.
menu-no-chat = You're all set. What would you like to do?
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
profile-no-chat =
    👤 Your profile

    Age: { $age }
    Language: { $language }
language-set = From now on I speak English.

# Pages
has-chat = 💬 Talk to strangers, one at a time, without names.
has-groups = 👥 Order in groups: add me to yours, and make me an administrator.
has-shop = 🛍 Creators and what they sell, for Stars: /models
help-chat = In a chat just write: text, photos, voice, stickers, albums, replies, edits and reactions all reach your partner.
not-here = That is not something this bot does. Here is what it does:
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
    Messages pass from you to your partner through this bot. Their text is not stored; which message of yours is which copy at your partner's is kept until 24 hours after the chat, so that replies, edits, reactions and deleting work. What you write to /support, or as an appeal, goes to our team; it and the answers are kept for { n-days }.
    Your partner sees your gender, age range and language. Never your name, number or id. A contact or a location is sent only after you confirm it.
    What you paid in Stars and what it brought you is kept. The payment itself is Telegram's: we see no card.
    A report is kept with its reason, its two people and what staff decided.
    If you came by a friend's link: whose it was. Of what you earn by yours: the shares and payouts. Neither of you is told who the other one is.
    Of a chat you locked, its minutes, its time and what came back of them are kept.
    /mydata sends you all of it, /deletemydata deletes it.
privacy-names = Also kept: your name and @username as Telegram has them, for our team alone. They find you by it; nobody you meet sees it.
privacy-no-names = Your name and @username are not kept.

# In a chat
ask-after-chat = You are in a chat. That can be done when it is over.
answer-in-chat = ✋ I had just asked you something, so this went to nobody. My question is over now: what you write from here on goes to your partner.

# Before the first chat
join-channels = 📣 To go on here, please join first. Then press “{ button-joined }”.

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
support-answer = 💬 Our team answers. To write back, reply to this answer or press the button under it.
support-closed = ✅ Our team has closed your question. Is something still open? Write again: /support
support-reply-ask = 💬 Write your answer: your next message goes to our team, and not to anybody else.
support-reply-in-chat = 💬 You are in a chat, where what you write goes to your partner. Reply to our team's answer itself (press and hold it, then Reply), and it goes to our team only.
button-support-reply = ↩️ Reply

# Your data
mydata = 📄 Everything that is kept about you. Whom you met or blocked is only counted: nobody's identity is given away, yours neither.
deletemydata =
    🗑 Delete everything that is kept about you?

    Deleted: language, gender, age, preferences, VIP time, accepted terms, how many chats you had, whom you met and blocked, what you and our team wrote to each other, your invite link, and the Stars earned by it, also where you have asked for a payout. Turn them into credits or have them paid out first. A chat or a search ends at once.
    Kept: if you are excluded or were refused for your age, that stays, under a code instead of your id, because deleting must not lift it. What our team did is recorded under that code too, and how the reports you made were judged. Payments stay in our books under a code, with Telegram's number of the charge; credits you still have are lost, and nothing is charged again. If you were invited or have invited somebody, a code says that you were here, so that an invitation counts once. Which message is which copy in a chat goes 24 hours after it. What is in this window and with your partners stays at Telegram.

    This can't be undone.
data-deleted = 🗑 Deleted. If you ever come back, /start begins anew.
not-deleted = Nothing was deleted.

# Commands, as Telegram shows them in its menu
command-start = Start, or back to the menu
command-profile = Your profile
command-preferences = Your preferences
command-language = Change the language
command-help = Help
command-terms = Terms
command-privacy = Privacy
command-support = Write to our team
command-mydata = What is kept about you
command-deletemydata = Delete what is kept about you
