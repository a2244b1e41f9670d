# Numbers with their nouns, for the texts below.
n-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
n-hours = { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[other] { $hours } часов
}
n-minutes = { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
}
n-minutes-credits = { $minutes ->
    [one] { $minutes } кредит
    [few] { $minutes } кредита
   *[other] { $minutes } кредитов
}
n-credits = { $credits ->
    [one] { $credits } кредит
    [few] { $credits } кредита
   *[other] { $credits } кредитов
}
n-credits-minutes = { $credits ->
    [one] { $credits } минута
    [few] { $credits } минуты
   *[other] { $credits } минут
}
n-credits-ai = { $credits ->
    [one] { $credits } ИИ-кредит
    [few] { $credits } ИИ-кредита
   *[other] { $credits } ИИ-кредитов
}
n-credits-lock = { $credits } кред. для замка
n-amount-ai = { $amount ->
    [one] { $amount } ИИ-кредит
    [few] { $amount } ИИ-кредита
   *[other] { $amount } ИИ-кредитов
}
n-amount-lock = { $amount ->
    [one] { $amount } кредит для замка
    [few] { $amount } кредита для замка
   *[other] { $amount } кредитов для замка
}
n-stars = { $stars } Stars
n-stars-back = { n-stars } возвращено
n-minimum = { $minimum } Stars
n-spendable = { $spendable } Stars
