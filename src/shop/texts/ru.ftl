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
