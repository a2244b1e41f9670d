button-invite = 🎁 Пригласить друзей
button-share-link = 📤 Поделиться ссылкой
button-convert = 🔄 Обменять на кредиты
button-payout = 💸 Запросить выплату
command-invite = Пригласить друзей и что это даёт
invite-title = 🎁 Пригласить друзей
invite-link =
    Твоя ссылка: { $link }

    Отправь её друзьям, которых здесь ещё нет.
invite-off = Сейчас приглашений нет. Заработанное остаётся твоим.
invite-offer-days = ⭐ Дней VIP тебе за каждого друга, который заполнит профиль: { $days }
invite-offer-share = 💫 { $percent } % от Stars, которые заплатят твои друзья
invite-offer-gift = 🎀 Дней VIP твоему другу: { $days }
invite-counts = 👥 Пришли: { $came } · засчитано: { $counted } · дней VIP тебе: { $days }
invite-held = 🔎 На проверке у нашей команды: { $held }
invite-earned = 💫 Stars: { $spendable } доступно · { $pending } в пути, станут доступны через 21 день · { $paid } выплачено
invite-owed = ↩️ Возвращено Stars уже после того, как они потрачены: { $owed }. Новые сначала покроют это.
invite-requested = 💸 Запрошена выплата { n-stars }. Напишем, когда всё будет готово.
invite-minimum = Выплата возможна от { n-minimum }.
convert-ask = 🔄 У тебя { n-spendable }. На что их обменять?
convert-to-ai_credits = { $stars } ⭐ → ИИ-кредиты: { $credits }
convert-to-lock_credits = { $stars } ⭐ → кредиты для замка: { $credits }
converted-to-ai_credits = ✅ { n-stars } → { n-credits-ai }.
converted-to-lock_credits = ✅ { n-stars } → { n-credits-lock }.
convert-too-little = Для этого не хватает Stars.
payout-requested = 💸 Запрос у нашей команды. Напишем, когда всё будет готово.
payout-open = 💸 Запрос уже отправлен. Напишем, когда всё будет готово.
payout-too-little = Выплата возможна от { n-minimum }.
payout-paid = ✅ Выплата { n-stars } сделана.
payout-declined = В выплате { n-stars } отказано: { $reason }. Stars снова у тебя: /invite
referral-rewarded = 🎉 По твоей ссылке пришёл друг. Дней VIP тебе: { $days }!
referral-counted = 🎉 По твоей ссылке пришёл друг!
referral-gift = 🎀 Подарок от друга, который тебя пригласил. Дней VIP: { $days }.
