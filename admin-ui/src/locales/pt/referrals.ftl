referrals-about = Quem veio pela ligação de quem. O que parece estranho fica retido até veres.
referrals-filter = Recém-chegados em que estado
referrals-none = Ainda ninguém veio por uma ligação
referrals-none-about = Cada um encontra a sua ligação em Convidar, no bot.
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
held-self = Pela própria ligação
held-banned = Quem convidou não pode participar
held-loop = Trouxeram-se um ao outro
held-burst = Demasiados em 24 horas
held-silent = A maioria dos convidados nunca conversou
referral-release = Contar
referral-reject = Rejeitar
referral-release-title = Contar o recém-chegado { $id }?
referral-release-follows = Os dias são dados agora, e o que o recém-chegado pagar é partilhado a partir de agora.
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
    [one] { $stars } Estrela foi paga
   *[other] { $stars } Estrelas foram pagas
} a { $id }?
payout-pay-follows = Paga primeiro: isto só diz que foi feito. A pessoa é avisada.
payout-decline-title = Recusar o pagamento de { $stars ->
    [one] { $stars } Estrela
   *[other] { $stars } Estrelas
} a { $id }?
payout-decline-follows = As Estrelas voltam à pessoa, que lê o motivo.
payout-note = Nota
payout-note-about = Como foi pago, tal como a pessoa lê. Pode ficar vazio.
payout-done-paid = Marcado como pago.
payout-done-decline = Recusado. As Estrelas voltaram.
asked-at = Pedido
