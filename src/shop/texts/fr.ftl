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
order-tip-about = Des étoiles pour { $name }. Merci !
thanks-product = ✅ { $title } est à vous.
thanks-product-until = ✅ { $title } est à vous jusqu'au { $until }.
thanks-gift = 🎁 { $title } est payé. Qui ouvre ce lien en premier le reçoit :
    { $link }
thanks-tip = 💛 { $name } reçoit { $stars ->
    [one] { $stars } étoile
   *[other] { $stars } étoiles
} de votre part. Merci !
button-again = Recevoir à nouveau
handover-gaps = { $items ->
    [one] Un élément n'est peut-être pas arrivé.
   *[other] { $items } éléments ne sont peut-être pas arrivés.
} Appuyez sur le bouton, et tout est renvoyé.
product-archived = « { $title } » n'est plus en vente. Ce que vous avez payé reste jusqu'au { $until } ; plus rien ne sera débité.
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
