# What every page says.
language = Language
retry = Try again
close = Close
cancel = Cancel
save = Save
copy = Copy
copied = Copied
show-more = Show more
clear-search = Clear the search
clear-filters = Clear the filters
skip-to-content = Skip to the content
yes = Yes
no = No
all = All
any = Any
for-good = For good
erased = Erased
optional = optional
details = Details
actions = Actions
reason = Reason
request-id = Request id
stars = { $count ->
    [one] { $count } Star
   *[other] { $count } Stars
}

error-title = That did not work
error-unknown = Something unexpected happened in this page.
error-offline = The server can't be reached. Check your connection.
error-internal = Something went wrong on our side.
not-found = There is nothing here
not-found-about = The page may have moved, or the address has a typo.
go-home = Go to the overview

actor-owner = Owner
actor-system = System
only-digits = Digits only

nav = Main navigation
nav-open = Open the navigation
nav-group-home = Home
nav-group-community = Community
nav-group-outreach = Outreach
nav-group-money = Money
nav-group-system = System
nav-overview = Overview
nav-people = People
nav-reports = Reports
nav-groups = Groups
nav-campaigns = Campaigns
nav-referrals = Referrals
nav-payments = Orders & payments
nav-settings = Settings
nav-bots = Bots
nav-failures = Queues & failures
nav-audit = Audit log

account = Account
owner-key-holder = Owner key
role-owner = Owner
role-operator = Operator
role-viewer = Viewer
log-out = Log out
appearance = Appearance
appearance-auto = Like the system
appearance-light = Light
appearance-dark = Dark

login-title = Welcome to Rialto
login-about = The dashboard of your community.
login-telegram = Log in with Telegram
login-email = E-mail me a link
login-email-label = E-mail address
login-email-sent = If this address belongs to somebody of the team, a link is on its way.
login-passkey = Use a passkey
login-owner-key = Use the owner key
login-owner-key-label = Owner key
login-owner-key-about = npm start prints it. It is kept for this tab only.
login-owner-key-wrong = This is not the owner key.
login-enter = Log in
login-or = or
login-code = Send this to the bot
login-code-about = The bot asks you to confirm, then this page goes on by itself.
login-open-bot = Open @{ $username }
login-expires = The code holds for { $time }.
login-expired = The code has expired.
login-refused = The login was refused in the bot.
login-again = Get a new code
login-waiting = Waiting for your confirmation
login-unavailable = This way in is not set up on this server. Use the owner key.
sort = Which come first
sort-newest = Newest first
sort-oldest = Oldest first
