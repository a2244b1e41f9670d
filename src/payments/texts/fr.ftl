# A refusal for age is lifted
age-lifted-vip = Ton VIP est de nouveau à toi, jusqu'au { $until }.
age-lifted-subscription = Ton abonnement a été arrêté pour que rien ne soit prélevé. Une fois ton profil complet, tu peux le reprendre dans /paysupport.

# Argent
button-premium = ⭐ Acheter Premium
button-plan = { n-days } · ⭐ { $stars }
button-plan-monthly = Tous les { n-days } · ⭐ { $stars }
button-subscribe = S'abonner pour ⭐ { $stars }
button-unsubscribe = Annuler : { $title }
button-resume = Reprendre : { $title }
button-refund = ↩️ Rembourser n° { $no } : { $title } (⭐ { $stars })
button-pack = { n-credits-ai } · ⭐ { $stars }
button-ai-month = { n-credits-ai } par mois · ⭐ { $stars }
button-ai-year = { $credits } par mois pendant un an · ⭐ { $stars }
command-premium = Premium : passer devant, choisir qui rencontrer
command-credits = Tes crédits
command-paysupport = Paiements et remboursements
order-vip = VIP pour { n-days }
order-vip-about = Passe devant et choisis qui rencontrer pendant { n-days }, ajoutés à ce que tu as déjà.
order-vip-monthly-about = Passe devant et choisis qui rencontrer. Débité tous les { n-days } jusqu'à ce que tu annules, quand tu veux.
order-lock = { n-credits-lock }
order-lock-about = { n-credits-minutes } pendant lesquelles l'autre personne ne peut pas partir. Ce qui reste est à toi.
order-pack = { n-credits-ai }
order-pack-about = { n-credits } pour des images et des vidéos. Ils restent jusqu'à ce que tu t'en serves.
order-ai-month = Crédits d'IA chaque mois
order-ai-month-about = { n-credits } pour des images et des vidéos tous les 30 jours. Débité chaque fois jusqu'à ce que tu annules.
order-ai-year = Crédits d'IA pour un an
order-ai-year-about = { n-credits } pour images et vidéos tous les 30 jours, pendant 365 jours. Payé une fois.
thanks-vip = ⭐ Merci ! Tu es VIP jusqu'au { $until } : tu passes devant, et /preferences te laisse choisir qui rencontrer. Dès la prochaine recherche.
thanks-gone = Ton paiement est arrivé et a été annulé depuis. Voir /paysupport.
thanks-lock = 🔒 Merci ! Crédits de verrou arrivés : { $credits } ; tu en as { $balance }.
thanks-pack = 🎨 Merci ! Crédits d'IA arrivés : { $credits } ; tu en as { $balance }.
thanks-ai = 🎨 Merci ! Tu reçois { n-credits-ai } tous les 30 jours, jusqu'au { $until }.
paid-again = Tu as payé cette facture deux fois. Les deux paiements comptent ; si c'est une erreur, /paysupport rend celui qui n'a pas servi.
premium =
    ⭐ Premium
    Tu passes devant tout le monde et tu choisis qui rencontrer.
premium-until =
    ⭐ Tu es VIP jusqu'au { $until }.
    Tu aimerais rencontrer : { $wish }
premium-choose = Choisis une formule. Les jours s'ajoutent à ceux que tu as.
premium-off = Premium n'est pas en vente en ce moment.
premium-past = Tes achats :
premium-in-chat = Tu es dans une discussion. Premium s'achète quand elle est finie.
payment-credited = { $day } · n° { $no } · { $title } · ⭐ { $stars }
payment-refunding = { $day } · n° { $no } · { $title } · ⭐ { $stars } · en cours de remboursement
payment-refunded = { $day } · n° { $no } · { $title } · ⭐ { $stars } · remboursé
subscription-active = 🔁 { $title } : renouvelé le { $until }.
subscription-cancelled = 🔁 { $title } : annulé, court jusqu'au { $until }.
subscription-failed = ⚠️ { $title } : le renouvellement a échoué ; ce qui est payé court jusqu'au { $until }.
subscription-now-active = 🔁 Ton abonnement continue : renouvellement le { $until }.
subscription-now-cancelled = Ton abonnement est annulé. Ce qui est payé court jusqu'au { $until }.
subscription-now-failed = ⚠️ Telegram n'a pas pu débiter le mois suivant. Ce qui est payé court jusqu'au { $until } ; avec assez de Stars il reprend tout seul, ou rachète.
unsubscribed = C'est fait : plus rien n'est débité. Ce qui est payé court jusqu'au { $until }.
unsubscribe-refused = Telegram ne m'a pas laissé l'annuler. Tu peux le faire toi-même : Paramètres → Mes Stars → Abonnements.
unsubscribe-nothing = Il n'y a rien à annuler : c'est déjà fait.
resume-allowed = Telegram permet la reprise. Confirme-la là-bas : Paramètres → Mes Stars → Abonnements → Renouveler. Je t'écrirai ici.
resume-refused = Telegram ne m'a pas laissé le reprendre. Tu pourras racheter quand il finira.
resume-not_ours = Tu l'as annulé dans Telegram, toi seul peux le reprendre là-bas : Paramètres → Mes Stars → Abonnements.
resume-nothing = Il n'est pas annulé.
vip-expired = Ton temps VIP est fini. Merci ! Tu peux continuer quand tu veux : /premium
credits =
    Tes crédits
    🔒 Pour verrouiller une discussion : { $lock }
    🎨 Pour des images et des vidéos : { $ai }
credits-owed = Crédits remboursés après usage : { $owed }. Les prochains les compensent d'abord.
paysupport =
    💳 Paiements et remboursements
    Ce qui n'a pas du tout servi est rendu aussitôt, sous { n-hours }. Plus tard, ou servi en partie : même bouton, et l'équipe décide.
paysupport-none = Tu n'as rien payé ici.
refund-refunded = ↩️ Tes Stars reviennent ; je t'écrirai ici quand elles seront là.
refund-requested = Ce n'est plus remboursable automatiquement : l'équipe va regarder. La réponse viendra ici.
refund-already_requested = L'équipe l'a déjà sur sa liste, ou y a répondu.
refund-over = Ce paiement est déjà remboursé, ou en cours.
refund-declined = L'équipe a examiné ta demande pour le paiement n° { $no } et ne peut pas le rembourser. Raison : { $reason }
refunded-asked = ↩️ { n-stars-back } : { $title }.
refunded-staff = ↩️ L'équipe t'a rendu { n-stars } : { $title }.
refunded-telegram = ↩️ Telegram t'a rendu { n-stars }, alors ceci est annulé : { $title }.
refunded-other_payer = ↩️ { n-stars-back } : cette facture ({ $title }) était pour quelqu'un d'autre. Demande la tienne.
refunded-wrong_amount = ↩️ { n-stars-back } : ce n'était pas le prix de { $title }. Réessaie.
refunded-banned = ↩️ { n-stars-back } : tu es exclu d'ici, rien ne peut t'être vendu ({ $title }).
refunded-subscribed_twice = ↩️ { n-stars-back } : tu as déjà cet abonnement ({ $title }).
refunded-gone = ↩️ { n-stars-back } : tu n'as pas de profil ici ({ $title }). Appuie sur /start pour en créer un.
checkout-unknown = Je ne connais pas cette facture. Demandes-en une nouvelle.
checkout-paid = Cette facture est déjà payée. Demandes-en une nouvelle.
checkout-expired = Cette facture est trop ancienne. Demandes-en une nouvelle.
checkout-other_payer = Cette facture est pour quelqu'un d'autre. Demande la tienne.
checkout-wrong_amount = Ce n'est pas le prix. Demande une nouvelle facture.
checkout-banned = Tu es exclu d'ici, rien ne peut t'être vendu.
checkout-not_sold = Ceci n'est plus en vente.
checkout-price_changed = Le prix a changé depuis. Regarde le nouveau.
checkout-subscribed = Tu as déjà cet abonnement.
checkout-owned = C'est déjà à vous : voyez Mes achats.
checkout-sold_out = C'est épuisé.
checkout-code_gone = Ce code est épuisé ou n'est plus valable. Rouvrez le produit.
checkout-busy = Je ne peux pas vérifier à l'instant. Rien n'a été débité ; réessaie dans une minute.
gift-vip = 🎁 L'équipe t'offre { n-days } de VIP, jusqu'au { $until }.
gift-lock_credits = 🎁 L'équipe t'offre { n-amount-lock }.
gift-ai_credits = 🎁 L'équipe t'offre { n-amount-ai }.
