order-product-about = { $title }, à vous pour toujours.
order-product-days-about = { $title }, pour { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}.
order-product-monthly-about = { $title }, renouvelé tous les 30 jours jusqu'à votre annulation.
order-gift = Cadeau : { $title }
order-gift-about = { $title }, pour quelqu'un d'autre : vous recevez un lien qu'une seule personne peut ouvrir.
order-gift-days-about = { $title } pour { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, pour quelqu'un d'autre : vous recevez un lien qu'une seule personne peut ouvrir.
order-tip = Pourboire pour { $name }
order-tip-about = Des Stars pour { $name }. Merci !
thanks-product = ✅ { $title } est à vous.
thanks-product-until = ✅ { $title } est à vous jusqu'au { $until }.
thanks-gift = 🎁 { $title } est payé. Qui ouvre ce lien en premier le reçoit :
    { $link }
thanks-tip = 💛 { $name } reçoit { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} de votre part. Merci !
button-again = Recevoir à nouveau
handover-gaps = { $items ->
    [one] Un élément n'est peut-être pas arrivé.
   *[other] { $items } éléments ne sont peut-être pas arrivés.
} Appuyez sur le bouton, et tout est renvoyé.
product-archived = « { $title } » n'est plus en vente. Ce que vous avez payé reste jusqu'au { $until } ; plus rien ne sera débité.
command-models = Les créateurs et ce qu'ils vendent
command-purchases = Mes achats
command-subscriptions = Mes abonnements
button-purchases = Mes achats
button-subscriptions = Mes abonnements
button-buy = Acheter
button-gift = Offrir
button-tip = Laisser un pourboire
button-code = J'ai un code
button-without-code = Sans le code
button-share-product = Partager
button-cancel-short = Annuler
button-resume-short = Reprendre
button-links = Renvoyer mes liens
button-more = Suite ›
button-first = « Depuis le début
button-try = Essayer gratuitement : { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
button-product = { $title } · ⭐ { $stars }
tier-bronze = 🥉 Bronze
tier-silver = 🥈 Argent
tier-gold = 🥇 Or
tier-platinum = 💎 Platine
models = Qui souhaitez-vous voir ?
models-none = Il n'y a encore personne ici.
shop-not-there = Cela n'existe pas, ou n'est pas en vente en ce moment.
shop-in-chat = Vous êtes dans une conversation. La boutique s'ouvre quand elle est finie.
with-code = Avec votre code { $code }, les prix ci-dessous sont réduits.
profile-empty = Rien n'est encore en vente ici.
tips = Combien de Stars pour { $name } ?
product-by = { $title } – { $name }
what-photos = 📷 { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
}
what-videos = 🎬 { $videos ->
    [one] { $videos } vidéo
   *[other] { $videos } vidéos
}
product-days = ⏳ { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
product-monthly = 🔁 Tous les 30 jours, jusqu'à ce que vous annuliez
product-owned = ✅ C'est à vous.
product-runs = ✅ À vous jusqu'au { $until }.
product-paused = Cela ne peut pas être acheté pour le moment.
price = ⭐ { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
price-reduced = ⭐ { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} avec { $code } au lieu de { $before }
price-reference = ({ $reference })
price-monthly = ⭐ { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} tous les 30 jours
price-none = Offert
paid-message = { $title } · ⭐ { $stars }
purchases = Ce que vous avez :
purchases-none = Vous n'avez encore rien ici : /models
purchase = • { $title } – { $name }
purchase-until = • { $title } – { $name }, jusqu'au { $until }
subscriptions-none = Vous n'avez aucun abonnement en ce moment : /models
runs-active = 🔁 Renouvelé le { $until }.
runs-cancelled = Annulé : court jusqu'au { $until }, et plus rien n'est débité.
runs-failed = ⚠️ Le renouvellement a échoué. Ce qui est payé court jusqu'au { $until }.
runs-once = Court jusqu'au { $until } et s'arrête de lui-même.
again-coming = C'est en route.
again-gone = Vous n'avez pas cela en ce moment.
ask-code = Quel est votre code ?
bought-owned = { $title } est déjà à vous. Rien n'est à payer de nouveau.
bought-subscribed = Vous avez déjà cet abonnement : /subscriptions
bought-sold_out = C'est épuisé.
bought-code_gone = Ce code est épuisé.
bought-had_trial = Vous avez déjà eu vos jours gratuits.
bought-code_over = Ce code n'existe pas, ou il est terminé.
bought-code_other = Ce code est pour autre chose.
bought-code_not_recurring = Ce code ne vaut pas pour ce qui est débité chaque mois.
gift-over = Quelqu'un a déjà eu ce cadeau, ou il a été rendu.
gift-had = 🎁 { $title } est déjà à vous.
gift-owned = 🎁 Vous avez déjà { $title } ; le lien reste donc valable : offrez-le à quelqu'un d'autre.
chat-links = 🚪 { $title } : appuyez sur un bouton et demandez à entrer ; vous êtes admis aussitôt. Le lien ne vaut que pour vous, quel que soit son détenteur.
button-ask-to-join = Rejoindre { $title }
join-declined = { $title } est réservé à ceux qui l'ont acheté. Qui y a droit entre aussitôt ; un lien seul ne fait entrer personne.
access-ends = ⏳ { $title } se termine le { $until }, dans { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}. Achetez-le à nouveau pour garder votre accès.
access-ended = { $title } est terminé, et votre accès avec.
access-stays = { $items ->
    [one] Un message reste ici
   *[other] { $items } messages restent ici
} : Telegram ne laisse un bot supprimer que ce qui a moins de 48 heures.
