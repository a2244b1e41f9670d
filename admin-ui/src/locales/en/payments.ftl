payments = Payments
payments-none = No payments
payments-none-about = What people pay in Stars stands here.
payment-no = Payment
payment-for = For
payment-credited = Credited
payment-refunding = Being refunded
payment-refunded = Refunded
amount = Amount
paid-at = Paid
refund = Refund
refund-no = Refund payment { $id }
refund-title = Refund payment #{ $id } of { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
refund-follows-taken = What it paid for is taken back at once.
refund-follows-owed = What is used already is owed, and new credit settles it first.
refund-follows-telegram = Telegram is asked right after; if it refuses, everything is as before.
refund-done = Payment #{ $id } is being refunded.
money-orders = Orders
orders-none = No orders
orders-none-about = What people set out to buy stands here, paid or not.
order-open = Open
order-paid = Paid
order-expired = Expired
ordered-at = Ordered
