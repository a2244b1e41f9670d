order-product-about = { $title } — навсегда ваше.
order-product-days-about = { $title } на { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}.
order-product-monthly-about = { $title }, оплата повторяется каждые 30 дней, пока вы не отмените.
order-gift = Подарок: { $title }
order-gift-about = { $title } для другого человека: вы получите ссылку, которую может открыть один человек.
order-gift-days-about = { $title } на { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} для другого человека: вы получите ссылку, которую может открыть один человек.
order-tip = Чаевые для { $name }
order-tip-about = Звёзды для { $name }. Спасибо!
thanks-product = ✅ { $title } — ваше.
thanks-product-until = ✅ { $title } — ваше до { $until }.
thanks-gift = 🎁 { $title }: оплачено. Получит тот, кто первым откроет эту ссылку:
    { $link }
thanks-tip = 💛 { $name } получает от вас { $stars ->
    [one] { $stars } звезду
    [few] { $stars } звезды
   *[many] { $stars } звёзд
}. Спасибо!
button-again = Получить ещё раз
handover-gaps = { $items ->
    [one] { $items } файл мог не дойти.
    [few] { $items } файла могли не дойти.
   *[many] { $items } файлов могли не дойти.
} Нажмите кнопку, и всё будет отправлено ещё раз.
product-archived = «{ $title }» больше не продаётся. Оплаченное остаётся до { $until }; больше ничего не спишется.
command-models = Авторы и что у них есть
command-purchases = Мои покупки
command-subscriptions = Мои подписки
button-purchases = Мои покупки
button-subscriptions = Мои подписки
button-buy = Купить
button-gift = Подарить
button-tip = Поблагодарить звёздами
button-code = У меня есть код
button-without-code = Без кода
button-share-product = Поделиться
button-cancel-short = Отменить
button-resume-short = Возобновить
button-links = Прислать мои ссылки ещё раз
button-more = Дальше ›
button-first = « Сначала
button-try = Попробовать бесплатно: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
button-product = { $title } · ⭐ { $stars }
tier-bronze = 🥉 Бронза
tier-silver = 🥈 Серебро
tier-gold = 🥇 Золото
tier-platinum = 💎 Платина
models = Кого вы хотите увидеть?
models-none = Здесь пока никого нет.
shop-not-there = Этого нет, или сейчас это не продаётся.
shop-in-chat = Вы сейчас в чате. Магазин откроется, когда он закончится.
with-code = С вашим кодом { $code } цены ниже уменьшены.
profile-empty = Здесь пока ничего не продаётся.
tips = Сколько звёзд получит { $name }?
product-by = { $title } – { $name }
what-photos = 📷 { $photos ->
    [one] { $photos } фото
    [few] { $photos } фото
   *[many] { $photos } фото
}
what-videos = 🎬 { $videos ->
    [one] { $videos } видео
    [few] { $videos } видео
   *[many] { $videos } видео
}
product-days = ⏳ { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
product-monthly = 🔁 Каждые 30 дней, пока вы не отмените
product-owned = ✅ Это ваше.
product-runs = ✅ Ваше до { $until }.
product-paused = Сейчас это нельзя купить.
price = ⭐ { $stars ->
    [one] { $stars } звезда
    [few] { $stars } звезды
   *[many] { $stars } звёзд
}
price-reduced = ⭐ { $stars ->
    [one] { $stars } звезда
    [few] { $stars } звезды
   *[many] { $stars } звёзд
} с кодом { $code } вместо { $before }
price-reference = ({ $reference })
price-monthly = ⭐ { $stars ->
    [one] { $stars } звезда
    [few] { $stars } звезды
   *[many] { $stars } звёзд
} каждые 30 дней
price-none = Получено бесплатно
paid-message = { $title } · ⭐ { $stars }
purchases = Что у вас есть:
purchases-none = У вас здесь пока ничего нет: /models
purchase = • { $title } – { $name }
purchase-until = • { $title } – { $name }, до { $until }
subscriptions-none = У вас сейчас нет подписки: /models
runs-active = 🔁 Продлится { $until }.
runs-cancelled = Отменена: действует до { $until }, больше ничего не спишется.
runs-failed = ⚠️ Продлить не удалось. Оплаченное действует до { $until }.
runs-once = Действует до { $until } и закончится сама.
again-coming = Уже отправляется.
again-gone = Сейчас у вас этого нет.
ask-code = Какой у вас код?
bought-owned = «{ $title }» уже ваше. Платить снова не нужно.
bought-subscribed = Эта подписка у вас уже есть: /subscriptions
bought-sold_out = Всё распродано.
bought-code_gone = Этот код уже использован.
bought-had_trial = Бесплатные дни у вас уже были.
bought-code_over = Такого кода нет, или его время прошло.
bought-code_other = Этот код для другого.
bought-code_not_recurring = Этот код не действует для ежемесячных платежей.
gift-over = Этот подарок уже кто-то получил, или его вернули.
gift-had = 🎁 «{ $title }» уже ваше.
gift-owned = 🎁 «{ $title }» у вас уже есть, поэтому ссылка ещё действует: подарите её кому-нибудь.
chat-links = 🚪 { $title }: нажмите кнопку и подайте заявку — вас впустят сразу. Ссылка действует только для вас, у кого бы она ни оказалась.
button-ask-to-join = Вступить в { $title }
join-declined = { $title } — для тех, кто это купил. У кого есть доступ, того впустят сразу; одна ссылка никого не впускает.
access-ends = ⏳ { $title } заканчивается { $until }, через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}. Купите снова, чтобы сохранить доступ.
access-ended = { $title }: срок закончился, а с ним и ваш доступ.
access-stays = { $items ->
    [one] { $items } сообщение остаётся здесь
    [few] { $items } сообщения остаются здесь
   *[many] { $items } сообщений остаются здесь
}: Telegram позволяет боту удалять только то, что моложе 48 часов.
