nav-posts = Posts
post = Post
posts-about = What your bots post in groups: once, later, or again and again. Each group gets it when its cooldown and Telegram's pace allow.
posts-tab-posts = List
posts-tab-calendar = Calendar
posts-tab-campaigns = Group campaigns
posts-filter = Posts in which state
posts-none = No posts yet
posts-none-about = Write one, choose the groups, and post it now or at a time of your choice.
posts-none-found = No post found
posts-none-found-about = Try another filter.
post-any-group = Every group
post-any-campaign = Every group campaign
post-no-such-group = No group of this name
post-new = New post
post-title = Post { $id }
post-scheduled = Planned
post-paused = Paused
post-done = Done
post-cancelled = Ended early
post-when = When
post-rounds = Rounds
post-round = Round
post-rounds-begun = Rounds begun
post-next = Next
post-by = By
post-created-at = Written
post-once = Once
post-every-time = Interval: { $time }
post-rounds-of = { $count ->
    [one] { $count } round
   *[other] { $count } rounds
}
post-where = Where
post-groups-about = Groups in which the bot is at work
post-groups-none = No group is active yet. Let one in on the page of groups.
post-groups-choose = Choose groups
post-groups-clear = Take all groups out
post-groups-needed = Choose a group
post-groups-many = At most 100 groups and topics
post-goes-to = { $count ->
    [one] Goes to { $count } place
   *[other] Goes to { $count } places
}
post-topics-of = Topics of { $title }
post-topics-about = Those the bot has seen. Without any it goes to the general one.
post-topics-clear = Take all topics of { $title } out
post-topic-general = General
post-topic = Topic { $id }
post-group-unknown = No longer known
post-when-now = Now
post-when-at = At a time
post-when-cron = By the calendar
post-when-every = At intervals
post-cron = Cron expression
post-cron-about = Minute, hour, day, month, weekday
post-cron-wrong = This is no cron expression of five parts, or it never comes
post-cron-often = Often used
post-cron-choose = Choose one
post-cron-1 = Every day at 9:00
post-cron-2 = Monday to Friday at 9:00
post-cron-3 = Fridays at 18:00
post-cron-4 = On the first of the month at 12:00
post-zone = Time zone
post-zone-about = What its hours mean
post-zone-wrong = This is no time zone
post-zone-here = In your time zone, { $zone }
post-every = Every
post-unit = Unit
post-unit-minutes = Minutes
post-unit-hours = Hours
post-unit-days = Days
post-at = Time
post-from = Not before
post-from-now = Empty: from now on
post-rounds-about = Empty: until you end it
post-rounds-ever = No end
post-next-times = Next times
post-there = { $time } in { $zone }
post-options = How
post-silent = Sound
post-silent-about = Quiet posts ring nobody's phone.
post-silent-group = As each group is set
post-silent-yes = Quiet
post-silent-no = With sound
post-delete-after = Delete after hours
post-delete-after-about = 47 at most: Telegram deletes nothing that is older than 48 hours.
post-delete-never = Stays
post-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
post-reply-to = In reply to
post-reply-to-about = The id of a message of the group; with one group only
post-reply-one = Works with one group only
post-bypass = Don't wait for the groups' cooldowns
post-bypass-about = For what is urgent. Telegram's own pace holds all the same.
post-cooldown = Cooldown
post-bypassed = Not waited for
post-review-now = Review and post
post-review-plan = Review and plan
post-send-now = Post now
post-plan = Plan it
post-confirm-title = { $count ->
    [one] Post it in { $count } place?
   *[other] Post it in { $count } places?
}
post-confirm-now = It goes out at once.
post-confirm-later = It goes out on { $time }.
post-confirm-ever = Then again and again, until you end it.
post-confirm-rounds = { $count ->
    [one] { $count } round in all.
   *[other] { $count } rounds in all.
}
post-confirm-cooldown = A group that was posted to a moment ago gets it after its cooldown.
post-confirm-bypass = The groups' cooldowns are not waited for.
post-confirm-stays = It stays until somebody deletes it, which bots can for 48 hours.
post-confirm-deleted = { $count ->
    [one] It is deleted after { $count } hour.
   *[other] It is deleted after { $count } hours.
}
post-created-now = It is on its way.
post-created = It is planned.
post-counts = What came of it
post-editing = What stands in groups is being changed.
post-is-paused = Paused: what waits, waits on.
post-goes-on = It goes on. Rounds that fell into the pause are left out.
post-is-ended = It has ended.
post-cancel = End it
post-cancel-title = End post { $id } for good?
post-cancel-stays = What was posted stays.
post-cancel-waits = { $count ->
    [0] No further group gets it.
    [one] { $count } group that waits for it won't get it.
   *[other] { $count } groups that wait for it won't get it.
}
post-resend-title = Send again what failed
post-resend-about = Groups in which its last round failed get it once more.
post-resend-none = In its last round nothing has failed for sure.
post-resend-unknown = Also where nobody knows whether it was posted
post-resend-unknown-about = It may stand there twice.
post-resent = { $count ->
    [one] It is sent again to { $count } place.
   *[other] It is sent again to { $count } places.
}
post-edit = Edit
post-edit-title = Edit post { $id }
post-edit-about = { $count ->
    [0] Rounds to come say it the new way.
    [one] Rounds to come say it the new way, and { $count } message that stands in a group is changed.
   *[other] Rounds to come say it the new way, and { $count } messages that stand in groups are changed.
}
post-edit-formatting = Its formatting was made in Telegram and is lost with this change. Choose a formatting to write it anew.
post-edited = Saved. What stands in groups is being changed.
postings = In the groups
postings-filter = In which state
postings-none = Nothing was posted yet
postings-none-about = As soon as a round begins, each group stands here with what came of it.
postings-none-in-state = None in this state
posting-at = When
posting-waiting = Waiting
posting-sending = Being sent
posting-sent = Posted
posting-failed = Failed
posting-skipped = Left out
posting-unknown = Unknown
posting-cancelled = Not posted
posting-deleted = Deleted
posting-too_old = Too old to delete
calendar-month = Month
calendar-week = Week
calendar-view = Month or week
calendar-today = Today
calendar-before = Before
calendar-after = After
calendar-more = { $count } more
calendar-planned = Planned
calendar-posted-in = { $count ->
    [one] Posted in { $count } group
   *[other] Posted in { $count } groups
}
calendar-none = Nothing in this time
calendar-none-about = Turn the page, or plan a post.
calendar-about = Times are yours, { $zone }. Posts that are paused are not planned.
calendar-cut = Only the first 500 are shown: choose a shorter time.
action-post-created = Post written
action-post-paused = Post paused
action-post-resumed = Post resumed
action-post-cancelled = Post ended
action-post-resent = Post sent again
action-post-edited = Post edited
