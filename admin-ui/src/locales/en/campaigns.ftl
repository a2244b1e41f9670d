campaign = Campaign
campaigns-about = Messages to many. They go out at Telegram's own pace, and nobody gets one twice.
campaigns-none = No campaigns yet
campaigns-none-about = Write a message, look at it, send it to yourself, and then to everybody.
campaign-of-broadcast = Broadcast
campaign-title = Campaign { $id }
campaign-kind = Kind
campaign-expanding = Finding people
campaign-sending = Sending
campaign-paused = Paused
campaign-cancelling = Ending
campaign-cancelled = Ended early
campaign-finished = Finished
progress = Progress
sent-of = { $sent } of { $of } sent
settled-of = { $percent } of { $count ->
    [one] { $count } recipient
   *[other] { $count } recipients
} settled.
still-under-way = What was just being sent still goes.
paused-by-itself = Paused by itself
started-by = Started by
started-at = Started
changed-at = Last change
delivery-queued = Waiting
delivery-sent = Sent
delivery-failed = Failed
delivery-skipped = Skipped
delivery-unknown = Unknown
delivery-cancelled = Not sent
delivery-note = Why
delivery-message = Message id
deliveries = Recipients
deliveries-filter = Recipients in which state
deliveries-none = Nobody in this state
deliveries-none-about = Choose another state to see those.

compose = New broadcast
compose-about = What you write is kept in this tab until you send it.
compose-message = Message
compose-clear = Start anew
message = Text
message-needed = Write a text or choose a medium
formatting = Formatting
formatting-none = None
formatting-about-HTML = <b>bold</b>, <i>italic</i>, <u>underlined</u>, <s>struck</s>, <tg-spoiler>hidden</tg-spoiler>, <a href="https://...">link</a>, <code>code</code>
formatting-about-MarkdownV2 = *bold*, _italic_, __underlined__, ~struck~, ||hidden||, [link](https://...), `code`. Other signs want a backslash before them.
media = Picture, video or file
media-none = None
media-photo = Picture
media-video = Video
media-animation = Animation
media-document = File
media-file = Address or file_id
buttons = Buttons under the message
button-text = Text of button { $no }
button-url = Address of button { $no }
button-remove = Remove button { $no }
button-beside = Another one beside
button-add = Add a button
audience = Audience
audience-all = Everybody
audience-vip = VIP
audience-free = Without VIP
audience-any-language = Every language
audience-any-bot = Every bot
audience-bots = { $count ->
    [one] { $count } bot
   *[other] { $count } bots
}
audience-away = Stayed away for days
audience-away-about = Only who did nothing here for more than so many days.
audience-away-any = Empty: whoever
audience-away-for = away for more than { $count ->
    [one] { $count } day
   *[other] { $count } days
}
reach = { $count ->
    [0] Nobody would get it
    [one] { $count } person would get it
   *[other] { $count } people would get it
}
reach-time = takes about { $time }
preview = Preview
preview-about = About as people see it. A test send shows what Telegram makes of it.
preview-empty = Your message
preview-fewer = Fewer messages
test-to = Telegram id of a test reader
test-send = Send a test
test-sent = The test is with { $id }.
review = Review and send
start-title = Send it to { $count ->
    [one] { $count } person?
   *[other] { $count } people?
}
start-follows-time = It takes about { $time } at the pace that is set.
start-follows-pause = You can pause or end it at any time.
start-follows-kept = Whoever has got it keeps it, unless you take it back within 48 hours.
start-send = Send to { $count }
campaign-started = Campaign { $id } is on its way.
pause = Pause
resume = Go on
campaign-is-paused = Paused. What was just being sent still goes.
campaign-goes-on = It goes on.
cancel-campaign = End it
cancel-campaign-title = End campaign { $id } for good?
cancel-follows-kept = Whoever has got it keeps it.
cancel-follows-left = { $count ->
    [one] { $count } person who waits for it won't get it.
   *[other] { $count } people who wait for it won't get it.
}
cancel-follows-end = It can't be taken up again.
campaign-is-ended = It is being ended.
resend = Send again
resend-title = Send again
resend-about = { $count ->
    [one] It failed for { $count } person, who gets it once more.
   *[other] It failed for { $count } people, who get it once more.
}
resend-unknown = Also { $count ->
    [one] { $count } person
   *[other] { $count } people
} of whom nobody knows
resend-unknown-about = They may get it twice.
resend-done = It is sent again.
failure-causes = What it failed of
cause-unknown = No words of Telegram's
resend-some-title = { $count ->
    [one] Send it again to { $count } person?
   *[other] Send it again to { $count } people?
}
resend-to = Send again to { $id }
deliveries-search = Search in Telegram's words
deliveries-none-found = Nothing with these words
deliveries-none-found-about = Try other words, or fewer of them.
advice-retry = It passes by itself: try again.
advice-correct = The same fails again: correct what is sent first.
advice-give_rights = The bot lacks a right, or the chat is gone: see to it there, then try again.
advice-discard = Nobody can do anything about it: give it up.
advice-look = It may have happened: look first.
