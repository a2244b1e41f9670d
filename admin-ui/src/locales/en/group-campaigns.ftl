group-campaign = Group campaign
group-campaign-title = Group campaign { $id }
group-campaign-new = New group campaign
group-campaign-about = Several posts that begin as one: all of them or none. What you write is kept in this tab.
group-campaigns-none = No group campaigns yet
group-campaigns-none-about = Put several posts over several groups and days together, and see in one place what came of them.
group-campaign-active = Under way
group-campaign-complete = Complete
group-campaign-cancelled = Ended early
group-campaign-overdue = Late
group-campaign-late-since = Late since
group-campaign-name = Name
group-campaign-ends = Complete by
group-campaign-ends-about = Your team hears if it is late. In your time zone, { $zone }
group-campaign-posts = { $count ->
    [0] Posts
    [one] { $count } post
   *[other] { $count } posts
}
group-campaign-posts-none = Add the posts it consists of, 50 at most.
group-campaign-posts-needed = Add a post first
group-campaign-targets = { $count ->
    [one] Goes to { $count } place in all.
   *[other] Goes to { $count } places in all.
}
group-campaign-add = Add a post
group-campaign-post = Post { $no }
group-campaign-post-edit = Edit post { $no }
group-campaign-post-copy = Copy post { $no }
group-campaign-post-remove = Remove post { $no }
group-campaign-keep = Keep
group-campaign-review = Review and begin
group-campaign-begin = Begin
group-campaign-begun = The group campaign has begun.
group-campaign-confirm-title = Begin { $name }?
group-campaign-confirm-posts = { $count ->
    [one] { $count } post is planned or goes out.
   *[other] { $count } posts are planned or go out.
}
group-campaign-confirm-groups = { $count ->
    [one] In { $count } group.
   *[other] In { $count } groups.
}
group-campaign-confirm-now = What has no time goes out at once.
group-campaign-cancel = End it
group-campaign-cancel-title = End { $name } for good?
group-campaign-cancel-posts = { $count ->
    [one] Its post ends.
   *[other] All its { $count } posts end.
}
group-campaign-is-ended = The group campaign has ended.
group-campaign-problems = { $count ->
    [one] It can't post in { $count } group
   *[other] It can't post in { $count } groups
}
group-campaign-problem-inactive = the bot is not at work there. Bring it back or switch it on.
group-campaign-problem-rights = the bot may not write there. Give it that right in Telegram.
action-group_campaign-created = Group campaign begun
action-group_campaign-cancelled = Group campaign ended
