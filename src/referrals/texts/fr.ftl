button-invite = 🎁 Inviter des amis
button-share-link = 📤 Partager le lien
button-convert = 🔄 Changer en crédits
button-payout = 💸 Demander un versement
command-invite = Inviter des amis, et ce que cela rapporte
invite-title = 🎁 Inviter des amis
invite-link =
    Votre lien : { $link }

    Envoyez-le à des amis qui ne sont pas encore ici.
invite-off = Il n'y a pas d'invitations pour le moment. Ce que vous avez gagné reste à vous.
invite-offer-days = ⭐ { n-days } de VIP pour vous, pour chaque ami qui crée un profil
invite-offer-share = 💫 { $percent } % des Stars que paient vos amis
invite-offer-gift = 🎀 { n-days } de VIP pour votre ami
invite-counts = 👥 Venus : { $came } · comptés : { $counted } · jours de VIP pour vous : { $days }
invite-held = 🔎 En vérification par notre équipe : { $held }
invite-earned = 💫 Stars : { $spendable } à dépenser · { $pending } en route, libres après 21 jours · { $paid } versées
invite-owed = ↩️ Stars remboursées après que vous les avez dépensées : { $owed }. Les nouvelles règlent cela d'abord.
invite-requested = 💸 Vous avez demandé un versement de { n-stars }. Nous vous écrirons quand ce sera fait.
invite-minimum = Un versement est possible à partir de { n-minimum }.
convert-ask = 🔄 Vous avez { n-spendable }. En quoi les changer ?
convert-to-ai_credits = { $stars } ⭐ → { n-credits-ai }
convert-to-lock_credits = { $stars } ⭐ → { n-credits-lock }
converted-to-ai_credits = ✅ { n-stars } → { n-credits-ai }.
converted-to-lock_credits = ✅ { n-stars } → { n-credits-lock }.
convert-too-little = Il n'y a pas assez de Stars pour cela.
payout-requested = 💸 Votre demande est chez notre équipe. Nous vous écrirons quand ce sera fait.
payout-open = 💸 Vous avez déjà fait une demande. Nous vous écrirons quand ce sera fait.
payout-too-little = Un versement est possible à partir de { n-minimum }.
payout-paid = ✅ Votre versement de { n-stars } est fait.
payout-declined = Votre versement de { n-stars } a été refusé : { $reason }. Les Stars sont de nouveau à vous : /invite
referral-rewarded = 🎉 Un ami est venu par votre lien. Vous recevez { n-days } de VIP !
referral-counted = 🎉 Un ami est venu par votre lien !
referral-gift = 🎀 Un cadeau de bienvenue de l'ami qui vous a invité : { n-days } de VIP.
