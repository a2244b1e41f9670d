button-invite = 🎁 Inviter des amis
button-share-link = 📤 Partager le lien
button-convert = 🔄 Changer en crédits
button-payout = 💸 Demander un versement
command-invite = Inviter des amis, et ce que cela rapporte
invite-title = 🎁 Inviter des amis
invite-link =
    Ton lien : { $link }

    Envoie-le à des amis qui ne sont pas encore ici.
invite-off = Il n'y a pas d'invitations pour le moment. Ce que tu as gagné reste à toi.
invite-offer-days = ⭐ { n-days } de VIP pour toi, pour chaque ami qui crée un profil
invite-offer-share = 💫 { $percent } % des Stars que paient tes amis
invite-offer-gift = 🎀 { n-days } de VIP pour ton ami
invite-counts = 👥 Venus : { $came } · comptés : { $counted } · jours de VIP pour toi : { $days }
invite-held = 🔎 En vérification par notre équipe : { $held }
invite-earned = 💫 Stars : { $spendable } à dépenser · { $pending } en route, libres après 21 jours · { $paid } versées
invite-owed = ↩️ Stars remboursées après que tu les as dépensées : { $owed }. Les nouvelles règlent cela d'abord.
invite-requested = 💸 Tu as demandé un versement de { n-stars }. Nous t'écrirons quand ce sera fait.
invite-minimum = Un versement est possible à partir de { n-minimum }.
convert-ask = 🔄 Tu as { n-spendable }. En quoi les changer ?
convert-to-ai_credits = { $stars } ⭐ → { n-credits-ai }
convert-to-lock_credits = { $stars } ⭐ → { n-credits-lock }
converted-to-ai_credits = ✅ { n-stars } → { n-credits-ai }.
converted-to-lock_credits = ✅ { n-stars } → { n-credits-lock }.
convert-too-little = Il n'y a pas assez de Stars pour cela.
payout-requested = 💸 Ta demande est chez notre équipe. Nous t'écrirons quand ce sera fait.
payout-open = 💸 Tu as déjà fait une demande. Nous t'écrirons quand ce sera fait.
payout-too-little = Un versement est possible à partir de { n-minimum }.
payout-paid = ✅ Ton versement de { n-stars } est fait.
payout-declined = Ton versement de { n-stars } a été refusé : { $reason }. Les Stars sont de nouveau à toi : /invite
referral-rewarded = 🎉 Un ami est venu par ton lien. Tu reçois { n-days } de VIP !
referral-counted = 🎉 Un ami est venu par ton lien !
referral-gift = 🎀 Un cadeau de bienvenue de l'ami qui t'a invité : { n-days } de VIP.
