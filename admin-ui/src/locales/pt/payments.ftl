payments = Pagamentos
payments-none = Sem pagamentos
payments-none-about = O que as pessoas pagam em Estrelas aparece aqui.
payment-no = Pagamento
payment-for = Por
payment-credited = Creditado
payment-refunding = A ser devolvido
payment-refunded = Devolvido
amount = Valor
paid-at = Pago
refund = Devolver
refund-no = Devolver o pagamento { $id }
refund-title = Devolver o pagamento n.º { $id } de { $stars ->
    [one] { $stars } Estrela
   *[other] { $stars } Estrelas
}
refund-follows-taken = O que foi comprado é retirado de imediato.
refund-follows-owed = O que já foi usado fica em dívida, e crédito novo salda-a primeiro.
refund-follows-telegram = O Telegram é contactado logo a seguir; se recusar, fica tudo como antes.
refund-done = O pagamento n.º { $id } está a ser devolvido.
money-orders = Pedidos
orders-none = Sem pedidos
orders-none-about = O que as pessoas quiseram comprar aparece aqui, pago ou não.
order-open = Aberto
order-paid = Pago
order-expired = Expirado
ordered-at = Pedido
