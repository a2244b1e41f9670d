referrals-about = Кто пришёл по чьей ссылке. Подозрительное ждёт вашего взгляда.
referrals-filter = Новички в каком состоянии
referrals-none = По ссылкам пока никто не приходил
referrals-none-about = Каждый найдёт свою ссылку в боте, в разделе приглашений.
none-in-state = В этом состоянии ничего
newcomers = Новички
newcomer = Новичок
referrer = Пригласил
came-at = Пришёл
reward = Награда
reward-days = Дней VIP: { $days } и { $gift }
referral-held = Задержано
referral-counted = Засчитано
referral-rejected = Отклонено
held-self = По своей же ссылке
held-banned = Пригласившему нельзя участвовать
held-loop = Привели друг друга
held-burst = Слишком много за 24 часа
held-silent = Большинство приглашённых ни разу не общались
referral-release = Засчитать
referral-reject = Отклонить
referral-release-title = Засчитать новичка { $id }?
referral-release-follows = Дни даются сейчас, а с оплат новичка отныне идёт доля.
referral-reject-title = Отклонить новичка { $id }?
referral-reject-follows = Никто не получит награды, насовсем.
referral-done-release = Засчитано.
referral-done-reject = Отклонено.
payouts = Выплаты
payouts-filter = Выплаты в каком состоянии
payouts-none = Выплат никто не просил
payouts-none-about = Здесь видно, что партнёры просят выплатить.
payout-requested = Запрошена
payout-paid = Выплачена
payout-declined = Отклонена
payout-pay = Отметить выплаченной
decline = Отказать
payout-pay-title = Отметить, что { $id } получил { $stars ->
    [one] { $stars } звезду
    [few] { $stars } звезды
   *[other] { $stars } звёзд
}?
payout-pay-follows = Сначала заплатите: это лишь отметка. Человек узнает.
payout-decline-title = Отказать { $id } в выплате { $stars ->
    [one] { $stars } звезды
    [few] { $stars } звёзд
   *[other] { $stars } звёзд
}?
payout-decline-follows = Звёзды вернутся человеку, и он прочтёт причину.
payout-note = Примечание
payout-note-about = Как выплачено, человек это прочтёт. Можно не заполнять.
payout-done-paid = Отмечено как выплаченное.
payout-done-decline = Отказано. Звёзды вернулись.
asked-at = Запрос
