# A refusal for age is lifted
age-lifted-vip = Твой VIP снова с тобой, до { $until }.
age-lifted-subscription = Подписка была остановлена, чтобы ничего не списывалось. Когда профиль будет заполнен, её можно возобновить в /paysupport.

# Деньги
button-premium = ⭐ Купить Премиум
button-plan = { n-days } · ⭐ { $stars }
button-plan-monthly = Каждые { n-days } · ⭐ { $stars }
button-subscribe = Подписаться за ⭐ { $stars }
button-unsubscribe = Отменить: { $title }
button-resume = Возобновить: { $title }
button-refund = ↩️ Вернуть № { $no }: { $title } (⭐ { $stars })
button-pack = { n-credits-ai } · ⭐ { $stars }
button-ai-month = { n-credits-ai } в месяц · ⭐ { $stars }
button-ai-year = { $credits } в месяц на год · ⭐ { $stars }
command-premium = Премиум: раньше других и с выбором, кого искать
command-credits = Твои кредиты
command-paysupport = Платежи и возвраты
order-vip = VIP на { n-days }
order-vip-about = Находи собеседника раньше других и выбирай, кого искать, { n-days }. Они прибавятся к тому, что уже есть.
order-vip-monthly-about = Находи собеседника раньше других и выбирай, кого искать. Списывается каждые { n-days }, отменить можно в любой момент.
order-lock = { $credits } кред. для замка
order-lock-about = { n-credits-minutes }, когда собеседник не сможет уйти. Неиспользованное остаётся у тебя.
order-pack = { n-credits-ai }
order-pack-about = { n-credits } на картинки и видео. Не сгорают.
order-ai-month = ИИ-кредиты каждый месяц
order-ai-month-about = { n-credits } на картинки и видео каждые 30 дней. Списывается, пока не отменишь.
order-ai-year = ИИ-кредиты на год
order-ai-year-about = { n-credits } на картинки и видео каждые 30 дней в течение 365 дней. Один платёж.
thanks-vip = ⭐ Спасибо! Твой VIP действует до { $until }: тебя соединяют раньше других, а в /preferences можно выбрать, кого искать. Действует со следующего поиска.
thanks-gone = Платёж пришёл, но с тех пор отменён. См. /paysupport.
thanks-lock = 🔒 Спасибо! Пришло кредитов для замка: { $credits }, всего { $balance }.
thanks-pack = 🎨 Спасибо! Пришло ИИ-кредитов: { $credits }, всего { $balance }.
thanks-ai = 🎨 Спасибо! Каждые 30 дней приходит ИИ-кредитов: { $credits }, до { $until }.
paid-again = Этот счёт оплачен дважды. Засчитаны оба платежа; если это ошибка, /paysupport вернёт неиспользованный.
premium =
    ⭐ Премиум
    Тебя соединяют раньше всех, и ты выбираешь, кого искать.
premium-until =
    ⭐ Твой VIP действует до { $until }.
    Кого ищешь: { $wish }
premium-choose = Выбери план. Дни прибавятся к тем, что есть.
premium-off = Премиум сейчас не продаётся.
premium-past = Твои покупки:
premium-in-chat = Сейчас у тебя чат. Премиум можно купить, когда он закончится.
payment-credited = { $day } · № { $no } · { $title } · ⭐ { $stars }
payment-refunding = { $day } · № { $no } · { $title } · ⭐ { $stars } · возвращается
payment-refunded = { $day } · № { $no } · { $title } · ⭐ { $stars } · возвращён
subscription-active = 🔁 { $title }: продлится { $until }.
subscription-cancelled = 🔁 { $title }: отменено, действует до { $until }.
subscription-failed = ⚠️ { $title }: продлить не удалось; оплаченное действует до { $until }.
subscription-now-active = 🔁 Подписка продолжается: продлится { $until }.
subscription-now-cancelled = Подписка отменена. Оплаченное действует до { $until }.
subscription-now-failed = ⚠️ Telegram не смог списать плату за следующий месяц. Оплаченное действует до { $until }; если Stars хватит, подписка продолжится сама, или купи снова.
unsubscribed = Готово: больше ничего не спишется. Оплаченное действует до { $until }.
unsubscribe-refused = Telegram не дал мне её отменить. Это можно сделать там: Настройки → Мои звёзды → Подписки.
unsubscribe-nothing = Отменять нечего: уже отменено.
resume-allowed = Telegram разрешил продолжить. Подтверди там: Настройки → Мои звёзды → Подписки → Продлить. Я напишу сюда.
resume-refused = Telegram не дал возобновить. Когда закончится, можно купить снова.
resume-not_ours = Она отменена в Telegram, и возобновить её можно только там: Настройки → Мои звёзды → Подписки.
resume-nothing = Она не отменена.
vip-expired = Твой VIP закончился. Спасибо! Продолжить можно в любой момент: /premium
credits =
    Твои кредиты
    🔒 Чтобы запирать чаты: { $lock }
    🎨 На картинки и видео: { $ai }
credits-owed = Кредитов возвращено после использования: { $owed }. Следующие сначала покроют их.
paysupport =
    💳 Платежи и возвраты
    Совсем не использованное возвращается сразу в течение { $hours } ч. Позже или если часть использована: нажми ту же кнопку, и решит наша команда.
paysupport-none = Платежей здесь у тебя ещё не было.
refund-refunded = ↩️ Звёзды возвращаются; я напишу, когда они придут.
refund-requested = Сам собой этот возврат уже невозможен, его посмотрит наша команда. Ответ придёт сюда.
refund-already_requested = Это уже на рассмотрении или уже решено.
refund-over = Этот платёж уже возвращён или возвращается.
refund-declined = Наша команда рассмотрела возврат платежа № { $no } и не может его сделать. Причина: { $reason }
refunded-asked = ↩️ Звёзд возвращено: { $stars } ({ $title }).
refunded-staff = ↩️ Наша команда вернула звёзд: { $stars } ({ $title }).
refunded-telegram = ↩️ Telegram вернул звёзд: { $stars }, поэтому отменено: { $title }.
refunded-other_payer = ↩️ Звёзд возвращено: { $stars }. Этот счёт ({ $title }) был выставлен другому. Возьми свой.
refunded-wrong_amount = ↩️ Звёзд возвращено: { $stars }. Цена «{ $title }» другая. Попробуй ещё раз.
refunded-banned = ↩️ Звёзд возвращено: { $stars }. Доступ сюда тебе закрыт, поэтому продать ничего нельзя ({ $title }).
refunded-subscribed_twice = ↩️ Звёзд возвращено: { $stars }. Такая подписка уже есть ({ $title }).
refunded-gone = ↩️ Звёзд возвращено: { $stars }. У тебя здесь нет профиля ({ $title }). Нажми /start, чтобы создать.
checkout-unknown = Этот счёт мне неизвестен. Возьми новый.
checkout-paid = Этот счёт уже оплачен. Возьми новый.
checkout-expired = Счёт устарел. Возьми новый.
checkout-other_payer = Этот счёт выставлен другому. Возьми свой.
checkout-wrong_amount = Цена другая. Возьми новый счёт.
checkout-banned = Доступ сюда тебе закрыт, поэтому продать ничего нельзя.
checkout-not_sold = Это больше не продаётся.
checkout-price_changed = Цена с тех пор изменилась. Посмотри новую.
checkout-subscribed = Такая подписка уже есть.
checkout-owned = Это уже ваше: смотрите «Мои покупки».
checkout-sold_out = Всё распродано.
checkout-code_gone = Этот код уже использован или больше не действует. Откройте товар ещё раз.
checkout-busy = Сейчас не получается проверить. Ничего не списано; попробуй через минуту.
gift-vip = 🎁 Наша команда дарит тебе VIP на { n-days }, до { $until }.
gift-lock_credits = 🎁 Наша команда дарит тебе кредиты для замка: { $amount }.
gift-ai_credits = 🎁 Наша команда дарит тебе ИИ-кредиты: { $amount }.
