# What is sent to everybody
button-fewer-messages = 🔕 Fewer messages
button-all-messages = 🔔 All messages
fewer-messages-on = 🔕 You no longer get what we send to everybody, only answers to what you do here.
fewer-messages-off = 🔔 You get what we send to everybody. You can stop it.
