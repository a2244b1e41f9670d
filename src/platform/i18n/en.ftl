# Numbers with their nouns, for the texts below.
n-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
n-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
n-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
n-minutes-credits = { $minutes ->
    [one] { $minutes } credit
   *[other] { $minutes } credits
}
n-credits = { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}
n-credits-minutes = { $credits ->
    [one] { $credits } minute
   *[other] { $credits } minutes
}
n-credits-ai = { $credits ->
    [one] { $credits } AI credit
   *[other] { $credits } AI credits
}
n-credits-lock = { $credits ->
    [one] { $credits } lock credit
   *[other] { $credits } lock credits
}
n-amount-ai = { $amount ->
    [one] { $amount } AI credit
   *[other] { $amount } AI credits
}
n-amount-lock = { $amount ->
    [one] { $amount } lock credit
   *[other] { $amount } lock credits
}
n-stars = { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
n-stars-back = { $stars ->
    [one] { $stars } Star is back
   *[other] { $stars } Stars are back
}
n-minimum = { $minimum ->
    [one] { $minimum } Star
   *[other] { $minimum } Stars
}
n-spendable = { $spendable ->
    [one] { $spendable } Star
   *[other] { $spendable } Stars
}
