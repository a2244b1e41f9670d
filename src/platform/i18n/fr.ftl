# Numbers with their nouns, for the texts below.
n-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
n-hours = { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
n-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
n-minutes-credits = { $minutes ->
    [one] { $minutes } crédit
   *[other] { $minutes } crédits
}
n-credits = { $credits ->
    [one] { $credits } crédit
   *[other] { $credits } crédits
}
n-credits-minutes = { $credits ->
    [one] { $credits } minute
   *[other] { $credits } minutes
}
n-credits-ai = { $credits ->
    [one] { $credits } crédit d'IA
   *[other] { $credits } crédits d'IA
}
n-credits-lock = { $credits ->
    [one] { $credits } crédit de verrou
   *[other] { $credits } crédits de verrou
}
n-amount-ai = { $amount ->
    [one] { $amount } crédit d'IA
   *[other] { $amount } crédits d'IA
}
n-amount-lock = { $amount ->
    [one] { $amount } crédit de verrou
   *[other] { $amount } crédits de verrou
}
n-stars = { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
n-stars-back = { $stars ->
    [one] { $stars } Star rendue
   *[other] { $stars } Stars rendues
}
n-minimum = { $minimum ->
    [one] { $minimum } Star
   *[other] { $minimum } Stars
}
n-spendable = { $spendable ->
    [one] { $spendable } Star
   *[other] { $spendable } Stars
}
