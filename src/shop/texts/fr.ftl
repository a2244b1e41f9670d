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
