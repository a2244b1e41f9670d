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
command-models = Criadoras, criadores e o que vendem
command-purchases = Minhas compras
command-subscriptions = Minhas assinaturas
button-purchases = Minhas compras
button-subscriptions = Minhas assinaturas
button-buy = Comprar
button-gift = Dar de presente
button-tip = Dar gorjeta
button-code = Tenho um código
button-without-code = Sem o código
button-share-product = Compartilhar
button-cancel-short = Cancelar
button-resume-short = Retomar
button-links = Enviar meus links de novo
button-more = Mais ›
button-first = « Do início
button-try = Testar { $days ->
    [one] { $days } dia
   *[other] { $days } dias
} grátis
button-product = { $title } · ⭐ { $stars }
tier-bronze = 🥉 Bronze
tier-silver = 🥈 Prata
tier-gold = 🥇 Ouro
tier-platinum = 💎 Platina
models = Quem você gostaria de ver?
models-none = Ainda não há ninguém aqui.
shop-not-there = Isso não existe ou não está à venda agora.
shop-in-chat = Você está em uma conversa. A loja abre quando ela terminar.
with-code = Com seu código { $code }, os preços abaixo são menores.
profile-empty = Ainda não há nada à venda aqui.
tips = Quantas Stars para { $name }?
product-by = { $title } – { $name }
what-photos = 📷 { $photos ->
    [one] { $photos } foto
   *[other] { $photos } fotos
}
what-videos = 🎬 { $videos ->
    [one] { $videos } vídeo
   *[other] { $videos } vídeos
}
product-days = ⏳ { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}
product-monthly = 🔁 A cada 30 dias, até você cancelar
product-owned = ✅ É seu.
product-runs = ✅ Seu até { $until }.
product-paused = No momento não é possível comprar.
price = ⭐ { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
price-reduced = ⭐ { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} com { $code } em vez de { $before }
price-reference = ({ $reference })
price-monthly = ⭐ { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} a cada 30 dias
price-none = Dado a você
paid-message = { $title } · ⭐ { $stars }
purchases = O que você tem:
purchases-none = Você ainda não tem nada aqui: /models
purchase = • { $title } – { $name }
purchase-until = • { $title } – { $name }, até { $until }
subscriptions-none = Você não tem assinatura agora: /models
runs-active = 🔁 Renova em { $until }.
runs-cancelled = Cancelada: vale até { $until }, e nada mais será cobrado.
runs-failed = ⚠️ A renovação falhou. O que foi pago vale até { $until }.
runs-once = Vale até { $until } e termina sozinha.
again-coming = Está a caminho.
again-gone = Você não tem isso agora.
ask-code = Qual é o seu código?
bought-owned = { $title } já é seu. Não é preciso pagar de novo.
bought-subscribed = Você já tem esta assinatura: /subscriptions
bought-sold_out = Esgotado.
bought-code_gone = Este código já foi todo usado.
bought-had_trial = Você já teve seus dias grátis.
bought-code_over = Esse código não existe ou já terminou.
bought-code_other = Este código é para outra coisa.
bought-code_not_recurring = Este código não vale para o que é cobrado todo mês.
gift-over = Alguém já ficou com este presente ou ele foi devolvido.
gift-had = 🎁 { $title } já é seu.
gift-owned = 🎁 Você já tem { $title }, então o link continua valendo: passe-o para outra pessoa.
chat-links = 🚪 { $title }: toque em um botão e peça para entrar; você entra na hora. O link só serve para você, quem quer que o tenha.
button-ask-to-join = Entrar em { $title }
join-declined = { $title } é para quem comprou. Quem tem acesso entra na hora; só o link não deixa ninguém entrar.
access-ends = ⏳ { $title } termina em { $until }, daqui a { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}. Compre de novo para manter o acesso.
access-ended = { $title } terminou, e com isso o seu acesso.
access-stays = { $items ->
    [one] Uma mensagem continua aqui
   *[other] { $items } mensagens continuam aqui
}: o Telegram só deixa um bot apagar o que tem menos de 48 horas.
