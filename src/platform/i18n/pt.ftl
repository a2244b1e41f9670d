# Numbers with their nouns, for the texts below.
n-days = { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}
n-hours = { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
}
n-minutes = { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}
n-minutes-credits = { $minutes ->
    [one] { $minutes } crédito
   *[other] { $minutes } créditos
}
n-credits = { $credits ->
    [one] { $credits } crédito
   *[other] { $credits } créditos
}
n-credits-minutes = { $credits ->
    [one] { $credits } minuto
   *[other] { $credits } minutos
}
n-credits-ai = { $credits ->
    [one] { $credits } crédito de IA
   *[other] { $credits } créditos de IA
}
n-credits-lock = { $credits ->
    [one] { $credits } crédito de tranca
   *[other] { $credits } créditos de tranca
}
n-amount-ai = { $amount ->
    [one] { $amount } crédito de IA
   *[other] { $amount } créditos de IA
}
n-amount-lock = { $amount ->
    [one] { $amount } crédito de tranca
   *[other] { $amount } créditos de tranca
}
n-stars = { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
n-stars-back = { $stars ->
    [one] { $stars } Star devolvida
   *[other] { $stars } Stars devolvidas
}
n-minimum = { $minimum ->
    [one] { $minimum } Star
   *[other] { $minimum } Stars
}
n-spendable = { $spendable ->
    [one] { $spendable } Star
   *[other] { $spendable } Stars
}
