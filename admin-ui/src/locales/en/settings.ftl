settings-about = Changes hold at once, in every bot. They are saved together, all or none.
settings-search = Search settings
settings-none = No such setting
settings-none-about = Try another word.
settings-unsaved = { $count ->
    [one] { $count } unsaved change
   *[other] { $count } unsaved changes
}
settings-saved = { $count ->
    [one] { $count } setting saved.
   *[other] { $count } settings saved.
}
settings-discard = Discard
settings-leave-title = Leave without saving?
settings-leave = Leave
settings-changes = Recent changes
settings-changes-none = Nobody has changed a setting lately.
settings-group-flags = What is switched on
settings-group-staff = Staff
settings-group-people = People
settings-group-payments = Money
settings-group-delivery = Delivery
settings-group-chat = Chat
settings-group-referrals = Referrals
settings-group-groups = Groups
settings-group-media = Media
settings-group-shop = Shop
settings-group-insights = Charts
settings-group-api = API
settings-group-system = System
setting-default = Back to the default
setting-default-of = { $name }: back to the default
setting-add = Add
setting-remove-row = Remove row { $no }
setting-json = This is no JSON yet
on = On
off = Off
chat-media_review-on_report = On a report
chat-media_review-all = All media
chat-media_review-off = Off
field-id = Id
field-days = Days
field-minutes = Minutes
field-stars = Stars
field-credits = Credits
field-renews = Renews
field-monthlyStars = Stars a month
field-annualStars = Stars a year
field-en = English
field-pt = Portuguese
field-ru = Russian
field-fr = French
chat-choose = Choose a chat, or type its id
chat-clear = No chat
chat-group = Group
chat-supergroup = Group
chat-channel = Channel
chat-typed = by its id
chat-none-found = No bot is in such a chat. Add one there, or type the chat's id.
