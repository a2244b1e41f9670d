# A refusal for age is lifted
age-lifted-vip = Seu VIP é seu de novo, até { $until }.
age-lifted-subscription = Sua assinatura foi interrompida para que nada fosse cobrado. Quando seu perfil estiver completo, você pode retomá-la em /paysupport.

# Dinheiro
button-premium = ⭐ Comprar Premium
button-plan = { n-days } · ⭐ { $stars }
button-plan-monthly = A cada { n-days } · ⭐ { $stars }
button-subscribe = Assinar por ⭐ { $stars }
button-unsubscribe = Cancelar: { $title }
button-resume = Retomar: { $title }
button-refund = ↩️ Reembolsar n.º { $no }: { $title } (⭐ { $stars })
button-pack = { n-credits-ai } · ⭐ { $stars }
button-ai-month = { n-credits-ai } por mês · ⭐ { $stars }
button-ai-year = { $credits } por mês durante um ano · ⭐ { $stars }
command-premium = Premium: passe na frente, escolha quem encontrar
command-credits = Seus créditos
command-paysupport = Pagamentos e reembolsos
order-vip = VIP por { n-days }
order-vip-about = Passe na frente e escolha quem encontrar, por { n-days }, somados ao que você já tem.
order-vip-monthly-about = Passe na frente e escolha quem encontrar. Cobrado a cada { n-days } até você cancelar, quando quiser.
order-lock = { n-credits-lock }
order-lock-about = { n-credits-minutes } em que a outra pessoa não pode sair. O que sobrar continua seu.
order-pack = { n-credits-ai }
order-pack-about = { n-credits } para imagens e vídeos. Ficam até você usar.
order-ai-month = Créditos de IA todo mês
order-ai-month-about = { n-credits } para imagens e vídeos a cada 30 dias. Cobrado até você cancelar.
order-ai-year = Créditos de IA por um ano
order-ai-year-about = { n-credits } para imagens e vídeos a cada 30 dias, por 365 dias. Pago uma vez.
thanks-vip = ⭐ Obrigado! Você é VIP até { $until }: passa na frente e escolhe quem encontrar em /preferences. Vale a partir da próxima busca.
thanks-gone = Seu pagamento chegou e já foi desfeito. Veja /paysupport.
thanks-lock = 🔒 Obrigado! Créditos de tranca que chegaram: { $credits }; você tem { $balance }.
thanks-pack = 🎨 Obrigado! Créditos de IA que chegaram: { $credits }; você tem { $balance }.
thanks-ai = 🎨 Obrigado! Você recebe { n-credits-ai } a cada 30 dias, até { $until }.
paid-again = Você pagou esta fatura duas vezes. As duas valem; se foi engano, /paysupport devolve a que não foi usada.
premium =
    ⭐ Premium
    Você passa na frente de todos e escolhe quem encontrar.
premium-until =
    ⭐ Você é VIP até { $until }.
    Quer encontrar: { $wish }
premium-choose = Escolha um plano. Os dias se somam aos que você tem.
premium-off = O Premium não está à venda agora.
premium-past = Suas compras:
premium-in-chat = Você está em uma conversa. O Premium pode ser comprado quando ela acabar.
payment-credited = { $day } · n.º { $no } · { $title } · ⭐ { $stars }
payment-refunding = { $day } · n.º { $no } · { $title } · ⭐ { $stars } · sendo devolvido
payment-refunded = { $day } · n.º { $no } · { $title } · ⭐ { $stars } · devolvido
subscription-active = 🔁 { $title }: renova em { $until }.
subscription-cancelled = 🔁 { $title }: cancelado, vale até { $until }.
subscription-failed = ⚠️ { $title }: a renovação falhou; o que foi pago vale até { $until }.
subscription-now-active = 🔁 Sua assinatura continua: renova em { $until }.
subscription-now-cancelled = Sua assinatura foi cancelada. O que foi pago vale até { $until }.
subscription-now-failed = ⚠️ O Telegram não conseguiu cobrar o próximo mês. O que foi pago vale até { $until }; com Stars suficientes ela continua sozinha, ou compre de novo.
unsubscribed = Feito: nada mais será cobrado. O que foi pago vale até { $until }.
unsubscribe-refused = O Telegram não me deixou cancelar. Você pode fazer isso em Configurações → Minhas Stars → Assinaturas.
unsubscribe-nothing = Não há o que cancelar: já está cancelado.
resume-allowed = O Telegram permite retomar. Confirme lá: Configurações → Minhas Stars → Assinaturas → Renovar. Aviso você aqui.
resume-refused = O Telegram não me deixou retomar. Você pode comprar de novo quando acabar.
resume-not_ours = Você cancelou no Telegram, então só você pode retomar lá: Configurações → Minhas Stars → Assinaturas.
resume-nothing = Não está cancelado.
vip-expired = Seu tempo VIP acabou. Obrigado! Você pode continuar quando quiser: /premium
credits =
    Seus créditos
    🔒 Para trancar conversas: { $lock }
    🎨 Para imagens e vídeos: { $ai }
credits-owed = Créditos reembolsados depois de usados: { $owed }. Os próximos quitam isso primeiro.
paysupport =
    💳 Pagamentos e reembolsos
    O que você não usou volta na hora, em até { n-hours }. Depois disso ou se usou em parte: toque no mesmo botão e a equipe decide.
paysupport-none = Você ainda não pagou nada aqui.
refund-refunded = ↩️ Suas Stars estão voltando; aviso aqui quando chegarem.
refund-requested = Isso não pode mais ser devolvido automaticamente; a equipe vai ver. Você terá resposta aqui.
refund-already_requested = A equipe já tem isso na lista, ou já respondeu.
refund-over = Esse pagamento já foi devolvido ou está sendo.
refund-declined = A equipe analisou o reembolso do pagamento n.º { $no } e não pode concedê-lo. Motivo: { $reason }
refunded-asked = ↩️ { n-stars-back }: { $title }.
refunded-staff = ↩️ A equipe devolveu { n-stars }: { $title }.
refunded-telegram = ↩️ O Telegram devolveu { n-stars }, então isto foi desfeito: { $title }.
refunded-other_payer = ↩️ { n-stars-back }: essa fatura ({ $title }) era de outra pessoa. Peça a sua.
refunded-wrong_amount = ↩️ { n-stars-back }: esse não era o preço de { $title }. Tente de novo.
refunded-banned = ↩️ { n-stars-back }: você está excluído, então nada pode ser vendido a você ({ $title }).
refunded-subscribed_twice = ↩️ { n-stars-back }: você já tem essa assinatura ({ $title }).
refunded-gone = ↩️ { n-stars-back }: você não tem perfil aqui ({ $title }). Toque em /start para criar.
checkout-unknown = Não conheço esta fatura. Peça uma nova.
checkout-paid = Esta fatura já foi paga. Peça uma nova.
checkout-expired = Esta fatura é antiga demais. Peça uma nova.
checkout-other_payer = Esta fatura é de outra pessoa. Peça a sua.
checkout-wrong_amount = Esse não é o preço. Peça uma nova fatura.
checkout-banned = Você está excluído, então nada pode ser vendido a você.
checkout-not_sold = Isto não está mais à venda.
checkout-price_changed = O preço mudou. Veja o novo.
checkout-subscribed = Você já tem essa assinatura.
checkout-owned = Já é seu: veja em Minhas compras.
checkout-sold_out = Está esgotado.
checkout-code_gone = Este código já foi usado ou não vale mais. Abra o produto de novo.
checkout-busy = Não consigo verificar agora. Nada foi cobrado; tente de novo em um minuto.
gift-vip = 🎁 A equipe deu a você { n-days } de VIP, até { $until }.
gift-lock_credits = 🎁 A equipe deu a você { n-amount-lock }.
gift-ai_credits = 🎁 A equipe deu a você { n-amount-ai }.
