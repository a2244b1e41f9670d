button-invite = 🎁 Convidar amigos
button-share-link = 📤 Compartilhar o link
button-convert = 🔄 Trocar por créditos
button-payout = 💸 Pedir pagamento
command-invite = Convidar amigos, e o que isso rende
invite-title = 🎁 Convidar amigos
invite-link =
    Seu link: { $link }

    Envie a amigos que ainda não estão aqui.
invite-off = No momento não há convites. O que você ganhou continua seu.
invite-offer-days = ⭐ { n-days } de VIP para você, por amigo que criar um perfil
invite-offer-share = 💫 { $percent } % das Stars que seus amigos pagarem
invite-offer-gift = 🎀 { n-days } de VIP para seu amigo
invite-counts = 👥 Vieram: { $came } · contados: { $counted } · dias de VIP para você: { $days }
invite-held = 🔎 Em análise pela nossa equipe: { $held }
invite-earned = 💫 Stars: { $spendable } para usar · { $pending } a caminho, livres após 21 dias · { $paid } pagas
invite-owed = ↩️ Stars reembolsadas depois que você as usou: { $owed }. As novas cobrem isso primeiro.
invite-requested = 💸 Você pediu o pagamento de { n-stars }. Escrevemos quando estiver feito.
invite-minimum = O pagamento é possível a partir de { n-minimum }.
convert-ask = 🔄 Você tem { n-spendable }. Vamos trocar pelo quê?
convert-to-ai_credits = { $stars } ⭐ → { n-credits-ai }
convert-to-lock_credits = { $stars } ⭐ → { n-credits-lock }
converted-to-ai_credits = ✅ { n-stars } → { n-credits-ai }.
converted-to-lock_credits = ✅ { n-stars } → { n-credits-lock }.
convert-too-little = Não há Stars suficientes para isso.
payout-requested = 💸 Seu pedido está com a nossa equipe. Escrevemos quando estiver feito.
payout-open = 💸 Você já fez um pedido. Escrevemos quando estiver feito.
payout-too-little = O pagamento é possível a partir de { n-minimum }.
payout-paid = ✅ Seu pagamento de { n-stars } está feito.
payout-declined = Seu pagamento de { n-stars } foi recusado: { $reason }. As Stars estão de volta com você: /invite
referral-rewarded = 🎉 Um amigo veio pelo seu link. Você ganha { n-days } de VIP!
referral-counted = 🎉 Um amigo veio pelo seu link!
referral-gift = 🎀 Boas-vindas do amigo que convidou você: { n-days } de VIP.
