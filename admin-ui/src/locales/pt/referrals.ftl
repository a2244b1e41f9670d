referrals-about = Quem veio pelo link de quem. O que parece estranho fica retido até você ver.
referrals-filter = Recém-chegados em que estado
referrals-none = Ainda ninguém veio por um link
referrals-none-about = Cada pessoa encontra seu link em Convidar, no bot.
none-in-state = Nada neste estado
newcomers = Recém-chegados
newcomer = Recém-chegado
referrer = Veio por
came-at = Veio
reward = Recompensa
reward-days = Dias de VIP: { $days } e { $gift }
referral-held = Retido
referral-counted = Contado
referral-rejected = Rejeitado
held-self = Pelo próprio link
held-banned = Quem convidou não pode participar
held-loop = Trouxeram um ao outro
held-burst = Gente demais em 24 horas
held-silent = A maioria dos convidados nunca conversou
referral-release = Contar
referral-reject = Rejeitar
referral-release-title = Contar o recém-chegado { $id }?
referral-release-follows = Os dias são dados agora, e o que o recém-chegado pagar é compartilhado a partir de agora.
referral-reject-title = Rejeitar o recém-chegado { $id }?
referral-reject-follows = Não recompensa ninguém, para sempre.
referral-done-release = Contado.
referral-done-reject = Rejeitado.
payouts = Pagamentos a afiliados
payouts-filter = Pagamentos em que estado
payouts-none = Ninguém pediu um pagamento
payouts-none-about = O que os afiliados querem receber aparece aqui.
payout-requested = Pedido
payout-paid = Pago
payout-declined = Recusado
payout-pay = Marcar como pago
decline = Recusar
payout-pay-title = Dizer que { $stars ->
    [one] { $stars } Star foi paga
   *[other] { $stars } Stars foram pagas
} a { $id }?
payout-pay-follows = Pague primeiro: isto só diz que foi feito. A pessoa recebe um aviso.
payout-decline-title = Recusar o pagamento de { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} a { $id }?
payout-decline-follows = As Stars voltam para a pessoa, que lê o motivo.
payout-note = Nota
payout-note-about = Como foi pago, do jeito que a pessoa lê. Pode ficar vazio.
payout-done-paid = Marcado como pago.
payout-done-decline = Recusado. As Stars voltaram.
asked-at = Pedido
