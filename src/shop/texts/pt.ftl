order-product-about = { $title }, seu para sempre.
order-product-days-about = { $title }, por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}.
order-product-monthly-about = { $title }, cobrado de novo a cada 30 dias até você cancelar.
order-gift = Presente: { $title }
order-gift-about = { $title }, para outra pessoa: você recebe um link que uma pessoa pode abrir.
order-gift-days-about = { $title } por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}, para outra pessoa: você recebe um link que uma pessoa pode abrir.
order-tip = Gorjeta para { $name }
order-tip-about = Stars para { $name }. Obrigado!
thanks-product = ✅ { $title } é seu.
thanks-product-until = ✅ { $title } é seu até { $until }.
thanks-gift = 🎁 { $title } está pago. Quem abrir este link primeiro fica com ele:
    { $link }
thanks-tip = 💛 { $name } recebe { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} de você. Obrigado!
button-again = Receber de novo
handover-gaps = { $items ->
    [one] Um item pode não ter chegado.
   *[other] { $items } itens podem não ter chegado.
} Toque no botão e tudo é enviado de novo.
product-archived = “{ $title }” não é mais vendido. O que você pagou continua até { $until }; nada mais será cobrado.
