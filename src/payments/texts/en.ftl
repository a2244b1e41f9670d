# A refusal for age is lifted
age-lifted-vip = Your VIP is yours again, until { $until }.
age-lifted-subscription = Your subscription was stopped so that nothing is charged. Once your profile is complete, /paysupport lets you resume it.

# Money
button-premium = ⭐ Buy Premium
button-plan = { n-days } · ⭐ { $stars }
button-plan-monthly = Every { n-days } · ⭐ { $stars }
button-subscribe = Subscribe for ⭐ { $stars }
button-unsubscribe = Cancel: { $title }
button-resume = Resume: { $title }
button-refund = ↩️ Refund no. { $no }: { $title } (⭐ { $stars })
button-pack = { n-credits-ai } · ⭐ { $stars }
button-ai-month = { n-credits-ai } a month · ⭐ { $stars }
button-ai-year = { $credits } a month for a year · ⭐ { $stars }
command-premium = Premium: be first, choose whom to meet
command-credits = Your credits
command-paysupport = Payments and refunds
order-vip = VIP for { n-days }
order-vip-about = Be matched first and choose whom to meet, for { n-days }. They come on top of what you have.
order-vip-monthly-about = Be matched first and choose whom to meet. Charged every { n-days } until you cancel, which you can do at any time.
order-lock = { n-credits-lock }
order-lock-about = { n-credits-minutes } in which your partner can't skip you. Unused credits stay yours.
order-pack = { n-credits-ai }
order-pack-about = { n-credits } for pictures and videos. They stay until you use them.
order-ai-month = AI credits every month
order-ai-month-about = { n-credits } for pictures and videos every 30 days. Charged each time until you cancel.
order-ai-year = AI credits for a year
order-ai-year-about = { n-credits } for pictures and videos every 30 days, for 365 days. Paid once.
thanks-vip = ⭐ Thank you! You are VIP until { $until }: you are matched first, and /preferences lets you choose whom to meet. It counts from your next search.
thanks-gone = Your payment arrived and has been taken back since. See /paysupport.
thanks-lock = 🔒 Thank you! { n-credits-lock } came in; you have { $balance }.
thanks-pack = 🎨 Thank you! { n-credits-ai } came in; you have { $balance }.
thanks-ai = 🎨 Thank you! You get { n-credits-ai } every 30 days, until { $until }.
paid-again = You paid this invoice twice. Both payments count; if that was a slip, /paysupport gives the unused one back.
premium =
    ⭐ Premium
    You are matched before everybody else, and you choose whom to meet.
premium-until =
    ⭐ You are VIP until { $until }.
    You would like to meet: { $wish }
premium-choose = Choose a plan. Days come on top of what you have.
premium-off = Premium is not on sale just now.
premium-past = Your purchases:
premium-in-chat = You are in a chat. Premium can be bought when it is over.
payment-credited = { $day } · no. { $no } · { $title } · ⭐ { $stars }
payment-refunding = { $day } · no. { $no } · { $title } · ⭐ { $stars } · is going back
payment-refunded = { $day } · no. { $no } · { $title } · ⭐ { $stars } · refunded
subscription-active = 🔁 { $title }: renews on { $until }.
subscription-cancelled = 🔁 { $title }: cancelled, runs until { $until }.
subscription-failed = ⚠️ { $title }: the renewal failed; what is paid runs until { $until }.
subscription-now-active = 🔁 Your subscription goes on: it renews on { $until }.
subscription-now-cancelled = Your subscription is cancelled. What is paid runs until { $until }.
subscription-now-failed = ⚠️ Telegram couldn't charge you for the next month. What is paid runs until { $until }; with enough Stars it goes on by itself, or buy again.
unsubscribed = Done: nothing more is charged. What is paid runs until { $until }.
unsubscribe-refused = Telegram didn't let me cancel it. You can do it yourself: Settings → My Stars → Subscriptions.
unsubscribe-nothing = There is nothing to cancel: it is cancelled already.
resume-allowed = Telegram lets it go on. Confirm it there: Settings → My Stars → Subscriptions → Renew. You'll hear from me here.
resume-refused = Telegram didn't let me resume it. You can buy it again when it ends.
resume-not_ours = You cancelled it in Telegram, so only you can resume it there: Settings → My Stars → Subscriptions.
resume-nothing = It isn't cancelled.
vip-expired = Your VIP time is over. Thank you for being one! You can go on at any time: /premium
credits =
    Your credits
    🔒 For locking chats: { $lock }
    🎨 For pictures and videos: { $ai }
credits-owed = Credits refunded after you had used them: { $owed }. The next ones you get settle that first.
paysupport =
    💳 Payments and refunds
    What you haven't used at all goes back at once within { n-hours }. Later, or partly used: press the same button, and staff decide.
paysupport-none = You haven't paid for anything here.
refund-refunded = ↩️ Your Stars are on their way back; you'll read here when they are there.
refund-requested = That can't be refunded by itself any more, so staff will look at it. You'll hear from them here.
refund-already_requested = Staff have that on their list already, or have answered it.
refund-over = That payment has been refunded, or is being so.
refund-declined = Staff have looked at your request for a refund of payment no. { $no } and can't give it. Reason: { $reason }
refunded-asked = ↩️ { n-stars-back }: { $title }.
refunded-staff = ↩️ Staff gave you { n-stars } back: { $title }.
refunded-telegram = ↩️ Telegram gave you { n-stars } back, so this is taken back: { $title }.
refunded-other_payer = ↩️ { n-stars-back }: that invoice ({ $title }) was made for somebody else. Ask for your own.
refunded-wrong_amount = ↩️ { n-stars-back }: that was not the price of { $title }. Please try again.
refunded-banned = ↩️ { n-stars-back }: you are excluded here, so nothing can be sold to you ({ $title }).
refunded-subscribed_twice = ↩️ { n-stars-back }: you have that subscription already ({ $title }).
refunded-gone = ↩️ { n-stars-back }: you have no profile here to sell to ({ $title }). Press /start to make one.
checkout-unknown = I don't know this invoice. Please ask for a new one.
checkout-paid = This invoice is paid already. Please ask for a new one.
checkout-expired = This invoice is too old. Please ask for a new one.
checkout-other_payer = This invoice was made for somebody else. Please ask for your own.
checkout-wrong_amount = That is not the price. Please ask for a new invoice.
checkout-banned = You are excluded here, so nothing can be sold to you.
checkout-not_sold = This is not on sale any more.
checkout-price_changed = The price has changed since. Please look at the new one.
checkout-subscribed = You have that subscription already.
checkout-owned = It is yours already: find it under My purchases.
checkout-sold_out = It is sold out.
checkout-code_gone = This code is used up or no longer holds. Open the product again.
checkout-busy = I can't look that up just now. You weren't charged; please try again in a minute.
gift-vip = 🎁 Staff gave you { n-days } of VIP, until { $until }.
gift-lock_credits = 🎁 Staff gave you { n-amount-lock }.
gift-ai_credits = 🎁 Staff gave you { n-amount-ai }.
