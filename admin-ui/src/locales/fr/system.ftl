bots-about = Chacun a ses personnes et ses limites ; ce qu'ils savent faire est pareil.
bots-none = Aucun bot en service
bots-none-about = Crée-en un avec @BotFather et ajoute-le par son jeton.
bot-id = Id Telegram
bot-in-service = En service
bot-add = Ajouter un bot
bot-token = Jeton du bot
bot-token-about = Comme @BotFather le donne. Il est gardé chiffré et ne sera plus jamais montré.
bot-added = @{ $username } est en service.
bot-remove = Retirer
bot-remove-name = Retirer @{ $username }
bot-remove-title = Mettre @{ $username } hors service ?
bot-remove-follows-quiet = Il ne répond plus à personne, dès maintenant.
bot-remove-follows-chats = Qui cherche ou discute par lui en est averti, et sort.
bot-remove-follows-kept = Son historique est gardé. Ajoute-le de nouveau par son jeton pour le faire revenir.
bot-removed-done = @{ $username } est hors service.
webhooks-again = Réenregistrer les webhooks
webhooks-done = { $ok } webhooks sur { $of } sont enregistrés.
webhook-refused = Webhook refusé : { $why }
failures-about = Ce qui n'a pas pu être fait. Réessaie une fois la cause partie, ou abandonne.
dead-jobs = Tâches abandonnées
dead-jobs-none = Rien n'a été abandonné
dead-jobs-none-about = Toutes les tâches des files ont été faites.
jobs-singly = Une par une
job-kind = Tâche
job-unknown = De genre inconnu
error = Erreur
died-at = Abandonnée
last-at = la dernière
retry-all = Tout réessayer
discard = Abandonner
discard-all = Tout abandonner
discard-title = { $count ->
    [one] Abandonner { $count } tâche ?
   *[other] Abandonner { $count } tâches ?
}
discard-follows-never = Ce qu'elle aurait fait ne sera jamais fait.
discard-follows-audit = Le journal d'audit garde qu'elle a été abandonnée.
jobs-retried = { $count ->
    [one] { $count } tâche recommence.
   *[other] { $count } tâches recommencent.
}
jobs-discarded = { $count ->
    [one] { $count } tâche a été abandonnée.
   *[other] { $count } tâches ont été abandonnées.
}
failed-updates = Mises à jour échouées
failed-updates-none = Aucune mise à jour n'a échoué
failed-updates-none-about = Ce que Telegram a dit aux bots a été traité.
update = Mise à jour
update-about = Sa forme, sans mots, noms ni lieux.
tries = Essais
given-up = Abandonnée
tried-again = Réessayée
failed-at = Échec
audit-about = Ce que l'équipe et le système ont fait, du plus récent au plus ancien.
audit-none = Rien pour l'instant
audit-none-about = Dès que quelqu'un change quelque chose, cela apparaît ici.
audit-action = Quoi
audit-subject = À propos de
audit-by = Par
audit-at = Quand
action-age_refusal-lifted = Refus d'âge levé
action-bot-added = Bot ajouté
action-bot-removed = Bot retiré
action-campaign-started = Campagne lancée
action-campaign-pause = Campagne en pause
action-campaign-resume = Campagne reprise
action-campaign-cancel = Campagne arrêtée
action-campaign-resent = Campagne renvoyée
action-dead_job-retried = Tâche réessayée
action-dead_job-discarded = Tâches abandonnées
action-finding-resolved = Écart résolu
action-gift-given = Cadeau offert
action-group-added = Bot ajouté à un groupe
action-group-approved = Groupe approuvé
action-group-rejected = Groupe refusé
action-group-activated = Groupe activé
action-group-deactivated = Groupe désactivé
action-group-settings_changed = Réglages du groupe changés
action-groups-left = Le bot a quitté ses groupes
action-group_ban-put = Mis sur la liste noire des groupes
action-group_ban-lifted = Retiré de la liste noire des groupes
action-payment-refunded = Paiement remboursé
action-payout-paid = Versement payé
action-payout-declined = Versement refusé
action-person-banned = Bannissement
action-person-unbanned = Bannissement levé
action-appeal-refused = Recours refusé
action-referral-released = Parrainage accepté
action-referral-rejected = Parrainage rejeté
action-refund-declined = Remboursement refusé
action-refund-refused = Remboursement refusé par Telegram
action-report-banned = Signalement : banni
action-report-warned = Signalement : averti
action-report-dismissed = Signalement rejeté
action-setting-changed = Réglage changé
tried-times = { $count ->
    [one] essayée { $count } fois
   *[other] essayée { $count } fois
}
dead-jobs-search = Chercher dans les erreurs et les genres
dead-jobs-none-found = Aucune tâche avec ces mots
webhook-works = Le webhook marche
webhook-errors = Le webhook a des erreurs
webhook-broken = Le webhook est en panne
bot-pending = Mises à jour en attente
bot-held-until = Telegram veut du silence jusqu'à { $time }.
bot-no-pacer = Son régulateur ne répond pas.
bots-unseen = L'état des webhooks n'a pas pu être demandé à l'instant.
