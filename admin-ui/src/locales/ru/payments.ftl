payments = Платежи
payments-none = Платежей нет
payments-none-about = Здесь видно, что люди платят звёздами.
payment-no = Платёж
payment-for = За что
payment-credited = Зачислен
payment-refunding = Возвращается
payment-refunded = Возвращён
amount = Сумма
paid-at = Оплачен
refund = Вернуть
refund-no = Вернуть платёж { $id }
refund-title = Вернуть платёж №{ $id } на { $stars ->
    [one] { $stars } звезду
    [few] { $stars } звезды
   *[other] { $stars } звёзд
}
refund-follows-taken = То, за что заплачено, сразу забирается.
refund-follows-owed = Уже использованное становится долгом, и новые кредиты сначала гасят его.
refund-follows-telegram = Сразу после этого спрашиваем Telegram; если он откажет, всё останется как было.
refund-done = Платёж №{ $id } возвращается.
money-orders = Заказы
orders-none = Заказов нет
orders-none-about = Здесь видно, что люди собирались купить, с оплатой или без.
order-open = Открыт
order-paid = Оплачен
order-expired = Истёк
ordered-at = Заказан
