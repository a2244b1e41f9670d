# What is sent to everybody
button-fewer-messages = 🔕 Moins de messages
button-all-messages = 🔔 Tous les messages
fewer-messages-on = 🔕 Tu ne reçois plus ce que nous envoyons à tout le monde, seulement des réponses à ce que tu fais ici.
fewer-messages-off = 🔔 Tu reçois ce que nous envoyons à tout le monde. Tu peux l'arrêter.
