# What is sent to everybody
button-fewer-messages = 🔕 Moins de messages
button-all-messages = 🔔 Tous les messages
fewer-messages-on = 🔕 Vous ne recevez plus ce que nous envoyons à tout le monde, seulement des réponses à ce que vous faites ici.
fewer-messages-off = 🔔 Vous recevez ce que nous envoyons à tout le monde. Vous pouvez l'arrêter.
