referrals-about = Qui est venu par le lien de qui. Ce qui semble étrange est retenu jusqu'à ce que vous regardiez.
referrals-filter = Nouveaux dans quel état
referrals-none = Personne n'est encore venu par un lien
referrals-none-about = Chacun trouve son lien sous Inviter dans le bot.
none-in-state = Rien dans cet état
newcomers = Nouveaux venus
newcomer = Nouveau
referrer = Venu par
came-at = Venu
reward = Récompense
reward-days = Jours de VIP : { $days } et { $gift }
referral-held = Retenu
referral-counted = Compté
referral-rejected = Rejeté
held-self = Par son propre lien
held-banned = Le parrain ne peut pas participer
held-loop = Ils se sont amenés l'un l'autre
held-burst = Trop en 24 heures
held-silent = La plupart de ses nouveaux n'ont jamais discuté
referral-release = Compter
referral-reject = Rejeter
referral-release-title = Compter le nouveau { $id } ?
referral-release-follows = Les jours sont donnés maintenant, et ce que le nouveau paie est partagé dès maintenant.
referral-reject-title = Rejeter le nouveau { $id } ?
referral-reject-follows = Cela ne récompense personne, pour toujours.
referral-done-release = Compté.
referral-done-reject = Rejeté.
payouts = Versements
payouts-filter = Versements dans quel état
payouts-none = Personne n'a demandé de versement
payouts-none-about = Ce que les affiliés veulent se faire verser apparaît ici.
payout-requested = Demandé
payout-paid = Payé
payout-declined = Refusé
payout-pay = Marquer comme payé
decline = Refuser
payout-pay-title = Dire que { $stars ->
    [one] { $stars } Star a été payée
   *[other] { $stars } Stars ont été payées
} à { $id } ?
payout-pay-follows = Payez d'abord : ceci dit seulement que c'est fait. La personne est avertie.
payout-decline-title = Refuser le versement de { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} à { $id } ?
payout-decline-follows = Les Stars retournent à la personne, qui lit le motif.
payout-note = Note
payout-note-about = Comment cela a été payé, comme la personne le lit. Peut rester vide.
payout-done-paid = Marqué comme payé.
payout-done-decline = Refusé. Les Stars sont revenues.
asked-at = Demandé
