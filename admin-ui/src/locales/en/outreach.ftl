templates = Templates
templates-about = Messages you keep to begin with: choose one where you write a broadcast or a post.
templates-none-about = Write one here, or keep what you have just written.
template-choose = Begin with a template
template-placeholder = Choose one
template-none-yet = No templates yet
template-keep = Keep as a template
template-kept = The template “{ $name }” is kept.
template-name = Name of the template
template-name-taken = Another template has this name
template-new = New template
template-edit = Edit the template “{ $name }”
template-remove = Delete the template “{ $name }”
template-remove-title = Delete the template “{ $name }”?
template-remove-follows = What was written with it stays as it is.
template-removed = The template “{ $name }” is deleted.
template-replace-title = Put the template in place of what you wrote?
template-replace-follows = Text, medium and buttons are replaced.
template-replace = Replace
formatting-mode = Written as
mark-bold = Bold
mark-italic = Italic
mark-underline = Underlined
mark-strike = Struck through
mark-spoiler = Hidden text
mark-code = Monospace
mark-pre = Block of code
mark-quote = Quote
mark-expandable = Quote that unfolds
mark-link = Link
mark-link-to = Address of the link
mark-link-add = Add
campaign-name = Name
campaign-name-about = Only the team sees it.
campaign-draft = Draft
campaign-scheduled = Planned
campaign-take-back-running = Being taken back
campaign-take-back-done = Taken back
campaigns-filter = Campaigns in which state
campaigns-none-found = None in this state
campaigns-none-found-about = Choose another state to see those.
campaign-edit = Edit
campaign-edit-title = Edit “{ $name }”
campaign-not-editable = It has begun: what people have can't be changed any more.
campaign-kept = The draft is kept.
campaign-planned = Campaign { $id } is planned.
campaign-unplanned = It is a draft again.
campaign-duplicated = A copy is kept as a draft.
campaign-discarded = The draft is thrown away.
unplanned-by-itself = It could not begin
compose-keep-about = What you write stays in this tab, and as a draft for the whole team as soon as you keep it.
compose-keep = Keep draft
review-plan = Review and plan
plan-it = Plan it
plan-title = Plan it for { $count ->
    [one] { $count } person?
   *[other] { $count } people?
}
plan-follows-at = It begins on { $time }; who is meant is seen then.
plan-follows-change = Until then you can change it, put it off or throw it away.
when-tomorrow = Tomorrow at 9
time-in-zone = { $time } ({ $zone })
starts-at = Begins
written-by = Written by
written-at = Written
unplan = Take back to draft
duplicate = Duplicate
draft-discard = Throw away
draft-discard-title = Throw this draft away?
draft-discard-follows = It is gone for good.
delivery-deleted = Taken back
take-back = Take back everywhere
take-back-title = Taken back
take-back-ask = Take this broadcast back from everybody?
take-back-post-ask = Take this post back from every group?
take-back-follows-deleted = { $count ->
    [0] Nothing of it can be deleted any more.
    [one] { $count } message is deleted.
   *[other] { $count } messages are deleted.
}
take-back-follows-too-old = { $count ->
    [one] { $count } message is older than 48 hours and stays: Telegram no longer deletes it.
   *[other] { $count } messages are older than 48 hours and stay: Telegram no longer deletes them.
}
take-back-follows-unknown = { $count ->
    [one] For { $count } person nobody knows whether they have it: there nothing can be deleted.
   *[other] For { $count } people nobody knows whether they have it: there nothing can be deleted.
}
take-back-follows-seen = Whoever has read it has read it.
take-back-follows-ends = It ends: nobody else gets it.
take-back-post-follows-ends = It ends: no further group gets it.
take-back-begun = It is being taken back.
take-back-running = It is being deleted.
take-back-done = It is gone everywhere.
take-back-done-some = It is done. Some messages stay.
take-back-deleted = Deleted
take-back-left = Still to come
take-back-too-old = Too old
take-back-refused = Refused
test-to-me = Send a test to me
test-sent-to-me = The test is in your Telegram.
test-link-telegram = To send a test to yourself by one press, have an owner put your Telegram id on the page of the team.
test-sign-in = Sign in by Telegram instead of the owner key to send a test to yourself by one press.
test-unreachable = Has to start a bot first
test-unreachable-me = No bot can write to you: open one of your bots in Telegram, press Start, and try again.
action-campaign-drafted = Broadcast drafted
action-campaign-edited = Broadcast changed
action-campaign-schedule = Broadcast planned
action-campaign-unschedule = Broadcast put back to draft
action-campaign-start = Broadcast begun
action-campaign-discarded = Draft thrown away
action-campaign-taken_back = Broadcast taken back
action-post-taken_back = Post taken back
action-template-added = Template kept
action-template-changed = Template changed
action-template-removed = Template deleted
medium-choose = Choose or upload a picture or video
medium-by-address = Or a file by its address
medium-another = Another one
medium-remove = Take it out
medium-gone = The file is gone
