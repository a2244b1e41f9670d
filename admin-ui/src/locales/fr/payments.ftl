payments = Paiements
payments-none = Aucun paiement
payments-none-about = Ce que les gens paient en Stars apparaît ici.
payment-no = Paiement
payment-for = Pour
payment-credited = Crédité
payment-refunding = En remboursement
payment-refunded = Remboursé
amount = Montant
paid-at = Payé
refund = Rembourser
refund-no = Rembourser le paiement { $id }
refund-title = Rembourser le paiement n° { $id } de { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
refund-follows-taken = Ce qui a été acheté est repris tout de suite.
refund-follows-owed = Ce qui est déjà utilisé est dû, et tout nouveau crédit le règle d'abord.
refund-follows-telegram = Telegram est sollicité juste après ; s'il refuse, tout redevient comme avant.
refund-done = Le paiement n° { $id } est en cours de remboursement.
money-orders = Commandes
orders-none = Aucune commande
orders-none-about = Ce que les gens ont voulu acheter apparaît ici, payé ou non.
order-open = Ouverte
order-paid = Payée
order-expired = Expirée
ordered-at = Commandé
