overview-about = How your community is doing right now.
overview-people = People
overview-new-today = New today
overview-new-week = New in 7 days
overview-complete = Complete profiles
overview-vip = VIP
overview-banned = Banned
overview-by-language = By language
overview-by-gender = By gender
overview-by-bot = By bot
overview-started = Started it
overview-blocked = Blocked it since
overview-nobody = Nobody is here yet. Open your bot and press Start.
overview-none-yet = Not chosen yet
overview-calm = All is well: nothing was given up{ $waiting ->
    [0] .
   *[other] , { $waiting } on the way.
}
overview-attention = Worth a look
overview-no-bots = No bot is in service: add one.
overview-dead-jobs = { $count ->
    [one] { $count } job was given up
   *[other] { $count } jobs were given up
}
overview-failed-updates = { $count ->
    [one] { $count } update failed three times
   *[other] { $count } updates failed three times
}
bot = Bot
bot-removed = Removed bot { $id }
gender = Gender
gender-male = Male
gender-female = Female
gender-other = Other
gender-unknown = Not chosen yet
