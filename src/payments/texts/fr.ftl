# A refusal for age is lifted
age-lifted-vip = Votre VIP est de nouveau à vous, jusqu'au { $until }.
age-lifted-subscription = Votre abonnement a été arrêté pour que rien ne soit prélevé. Une fois votre profil complet, vous pouvez le reprendre dans /paysupport.

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
command-credits = Vos crédits
command-paysupport = Paiements et remboursements
order-vip = VIP pour { n-days }
order-vip-about = Passez devant et choisissez qui rencontrer pendant { n-days }, ajoutés à ce que vous avez déjà.
order-vip-monthly-about = Passez devant et choisissez qui rencontrer. Débité tous les { n-days } jusqu'à ce que vous annuliez, quand vous voulez.
order-lock = { n-credits-lock }
order-lock-about = { n-credits-minutes } pendant lesquelles l'autre personne ne peut pas partir. Ce qui reste est à vous.
order-pack = { n-credits-ai }
order-pack-about = { n-credits } pour des images et des vidéos. Ils restent jusqu'à ce que vous les utilisiez.
order-ai-month = Crédits d'IA chaque mois
order-ai-month-about = { n-credits } pour des images et des vidéos tous les 30 jours. Débité chaque fois jusqu'à ce que vous annuliez.
order-ai-year = Crédits d'IA pour un an
order-ai-year-about = { n-credits } pour images et vidéos tous les 30 jours, pendant 365 jours. Payé une fois.
thanks-vip = ⭐ Merci ! Vous êtes VIP jusqu'au { $until } : vous passez devant, et /preferences vous laisse choisir qui rencontrer. Dès la prochaine recherche.
thanks-gone = Votre paiement est arrivé et a été annulé depuis. Voir /paysupport.
thanks-lock = 🔒 Merci ! Crédits de verrou arrivés : { $credits } ; vous en avez { $balance }.
thanks-pack = 🎨 Merci ! Crédits d'IA arrivés : { $credits } ; vous en avez { $balance }.
thanks-ai = 🎨 Merci ! Vous recevez { n-credits-ai } tous les 30 jours, jusqu'au { $until }.
paid-again = Vous avez payé cette facture deux fois. Les deux paiements comptent ; si c'est une erreur, /paysupport rend celui qui n'a pas servi.
premium =
    ⭐ Premium
    Vous passez devant tout le monde et vous choisissez qui rencontrer.
premium-until =
    ⭐ Vous êtes VIP jusqu'au { $until }.
    Vous aimeriez rencontrer : { $wish }
premium-choose = Choisissez une formule. Les jours s'ajoutent à ceux que vous avez.
premium-off = Premium n'est pas en vente en ce moment.
premium-past = Vos achats :
premium-in-chat = Vous êtes dans une discussion. Premium s'achète quand elle est finie.
payment-credited = { $day } · n° { $no } · { $title } · ⭐ { $stars }
payment-refunding = { $day } · n° { $no } · { $title } · ⭐ { $stars } · en cours de remboursement
payment-refunded = { $day } · n° { $no } · { $title } · ⭐ { $stars } · remboursé
subscription-active = 🔁 { $title } : renouvelé le { $until }.
subscription-cancelled = 🔁 { $title } : annulé, court jusqu'au { $until }.
subscription-failed = ⚠️ { $title } : le renouvellement a échoué ; ce qui est payé court jusqu'au { $until }.
subscription-now-active = 🔁 Votre abonnement continue : renouvellement le { $until }.
subscription-now-cancelled = Votre abonnement est annulé. Ce qui est payé court jusqu'au { $until }.
subscription-now-failed = ⚠️ Telegram n'a pas pu débiter le mois suivant. Ce qui est payé court jusqu'au { $until } ; avec assez de Stars il reprend tout seul, ou rachetez.
unsubscribed = C'est fait : plus rien n'est débité. Ce qui est payé court jusqu'au { $until }.
unsubscribe-refused = Telegram ne m'a pas laissé l'annuler. Vous pouvez le faire vous-même : Paramètres → Mes Stars → Abonnements.
unsubscribe-nothing = Il n'y a rien à annuler : c'est déjà fait.
resume-allowed = Telegram permet la reprise. Confirmez-la là-bas : Paramètres → Mes Stars → Abonnements → Renouveler. Je vous écrirai ici.
resume-refused = Telegram ne m'a pas laissé le reprendre. Vous pourrez racheter quand il finira.
resume-not_ours = Vous l'avez annulé dans Telegram, vous seul pouvez le reprendre là-bas : Paramètres → Mes Stars → Abonnements.
resume-nothing = Il n'est pas annulé.
vip-expired = Votre temps VIP est fini. Merci ! Vous pouvez continuer quand vous voulez : /premium
credits =
    Vos crédits
    🔒 Pour verrouiller une discussion : { $lock }
    🎨 Pour des images et des vidéos : { $ai }
credits-owed = Crédits remboursés après usage : { $owed }. Les prochains les compensent d'abord.
paysupport =
    💳 Paiements et remboursements
    Ce qui n'a pas du tout servi est rendu aussitôt, sous { n-hours }. Plus tard, ou servi en partie : même bouton, et l'équipe décide.
paysupport-none = Vous n'avez rien payé ici.
refund-refunded = ↩️ Vos Stars reviennent ; je vous écrirai ici quand elles seront là.
refund-requested = Ce n'est plus remboursable automatiquement : l'équipe va regarder. La réponse viendra ici.
refund-already_requested = L'équipe l'a déjà sur sa liste, ou y a répondu.
refund-over = Ce paiement est déjà remboursé, ou en cours.
refund-declined = L'équipe a examiné votre demande pour le paiement n° { $no } et ne peut pas le rembourser. Raison : { $reason }
refunded-asked = ↩️ { n-stars-back } : { $title }.
refunded-staff = ↩️ L'équipe vous a rendu { n-stars } : { $title }.
refunded-telegram = ↩️ Telegram vous a rendu { n-stars }, alors ceci est annulé : { $title }.
refunded-other_payer = ↩️ { n-stars-back } : cette facture ({ $title }) était pour quelqu'un d'autre. Demandez la vôtre.
refunded-wrong_amount = ↩️ { n-stars-back } : ce n'était pas le prix de { $title }. Réessayez.
refunded-banned = ↩️ { n-stars-back } : vous êtes exclu d'ici, rien ne peut vous être vendu ({ $title }).
refunded-subscribed_twice = ↩️ { n-stars-back } : vous avez déjà cet abonnement ({ $title }).
refunded-gone = ↩️ { n-stars-back } : vous n'avez pas de profil ici ({ $title }). Appuyez sur /start pour en créer un.
checkout-unknown = Je ne connais pas cette facture. Demandez-en une nouvelle.
checkout-paid = Cette facture est déjà payée. Demandez-en une nouvelle.
checkout-expired = Cette facture est trop ancienne. Demandez-en une nouvelle.
checkout-other_payer = Cette facture est pour quelqu'un d'autre. Demandez la vôtre.
checkout-wrong_amount = Ce n'est pas le prix. Demandez une nouvelle facture.
checkout-banned = Vous êtes exclu d'ici, rien ne peut vous être vendu.
checkout-not_sold = Ceci n'est plus en vente.
checkout-price_changed = Le prix a changé depuis. Regardez le nouveau.
checkout-subscribed = Vous avez déjà cet abonnement.
checkout-owned = C'est déjà à vous : voyez Mes achats.
checkout-sold_out = C'est épuisé.
checkout-code_gone = Ce code est épuisé ou n'est plus valable. Rouvrez le produit.
checkout-busy = Je ne peux pas vérifier à l'instant. Rien n'a été débité ; réessayez dans une minute.
gift-vip = 🎁 L'équipe vous offre { n-days } de VIP, jusqu'au { $until }.
gift-lock_credits = 🎁 L'équipe vous offre { n-amount-lock }.
gift-ai_credits = 🎁 L'équipe vous offre { n-amount-ai }.
