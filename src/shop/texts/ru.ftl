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
