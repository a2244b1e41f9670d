payments = Pagamentos
payments-none = Sem pagamentos
payments-none-about = O que as pessoas pagam em Stars aparece aqui.
payment-no = Pagamento
payment-for = Por
payment-credited = Creditado
payment-refunding = Sendo devolvido
payment-refunded = Devolvido
amount = Valor
paid-at = Pago
refund = Devolver
refund-no = Devolver o pagamento { $id }
refund-title = Devolver o pagamento n.º { $id } de { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
refund-follows-taken = O que foi comprado é retirado imediatamente.
refund-follows-owed = O que já foi usado fica em dívida, e crédito novo a quita primeiro.
refund-follows-telegram = O Telegram é contatado logo em seguida; se recusar, tudo fica como antes.
refund-done = O pagamento n.º { $id } está sendo devolvido.
money-orders = Pedidos
orders-none = Sem pedidos
orders-none-about = O que as pessoas quiseram comprar aparece aqui, pago ou não.
order-open = Aberto
order-paid = Pago
order-expired = Expirado
ordered-at = Pedido
