group-posts-none = Nothing was posted here
group-posts-none-about = What your bots post in this group stands here, and can be deleted for 48 hours.
posting-round = Round { $round }
posting-delete-at = Deleted on
delete = Delete
deletion-choose = Choose message { $id }
deletion-choose-all = Choose all
deletion-none-chosen = Choose none
deletion-chosen = { $count ->
    [one] Delete { $count } chosen
   *[other] Delete { $count } chosen
}
deletion-one = Delete message { $id }
deletion-title = { $count ->
    [one] Delete { $count } message in { $title }?
   *[other] Delete { $count } messages in { $title }?
}
deletion-follows-gone = They are gone for everybody in the group, for good.
deletion-follows-rounds = Rounds to come are posted all the same: end their post to stop them.
deletion-do = { $count ->
    [one] Delete { $count } message
   *[other] Delete { $count } messages
}
deletion-begun = { $count ->
    [0] There was nothing that could be deleted.
    [one] { $count } message is being deleted.
   *[other] { $count } messages are being deleted.
}
clear = Clear
clear-title = Clear { $title }
clear-about = Deletes what the bot posted here. Without filters all of it; with several, what fits them all.
clear-from = Posted since
clear-to = Posted until
clear-older = Older than
clear-from-message = From message id
clear-to-message = To message id
clear-order = Must not be before the beginning
clear-count = Count first
clear-mark = Mark as too old
clear-deletable = { $count ->
    [0] There is nothing that can be deleted.
    [one] { $count } message is deleted.
   *[other] { $count } messages are deleted.
}
clear-too-old = { $count ->
    [one] { $count } is older than 48 hours: it stays, and is marked so.
   *[other] { $count } are older than 48 hours: they stay, and are marked so.
}
clear-rights = The bot lacks a right here
clear-rights-about = Some messages are of another bot. To delete them it needs:
clearings = Deletions
clearings-none = Nothing was deleted here
clearing-what = What
clearing-running = Being deleted
clearing-done = Done
clearing-failed = Stopped
clearing-deleted = { $deleted } of { $total } deleted
clearing-all = All posts
clearing-due = At the end of their time
clearing-messages = { $count ->
    [one] { $count } chosen message
   *[other] { $count } chosen messages
}
clearing-from = since { $time }
clearing-to = until { $time }
clearing-older = older than { $time }
clearing-from-message = from message { $id }
clearing-to-message = to message { $id }
action-clearing-started = Posts of a group deleted
