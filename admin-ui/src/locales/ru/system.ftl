bots-about = У каждого свои комнаты, свои люди и свои лимиты.
bots-none = Ни одного бота в работе
bots-none-about = Создайте бота у @BotFather и добавьте его по токену.
bot-id = Telegram id
bot-in-service = В работе
bot-add = Добавить бота
bot-token = Токен бота
bot-token-about = Как его даёт @BotFather. Хранится зашифрованным и больше не показывается.
bot-added = @{ $username } в работе.
bot-remove = Убрать
bot-remove-name = Убрать @{ $username }
bot-remove-title = Убрать @{ $username } из работы?
bot-remove-follows-quiet = С этого момента он никому не отвечает.
bot-remove-follows-chats = Кто через него ищет или общается, узнает об этом и выйдет.
bot-remove-follows-kept = История сохранится. Чтобы вернуть его, добавьте снова по токену.
bot-removed-done = @{ $username } убран из работы.
bot-rooms = Комнаты
bot-rooms-about = Что люди в нём находят. От этого зависят меню, команды, приветствие и что он спрашивает у новичков.
bot-rooms-name = Комнаты @{ $username }
bot-rooms-title = Что люди находят в @{ $username }
bot-rooms-none = У бота есть хотя бы одна комната.
bot-rooms-saved = Комнаты @{ $username } сохранены.
bot-rooms-follows = Что произойдёт
bot-rooms-follows-chat = Кто через него ищет или общается, узнает об этом и выйдет.
bot-rooms-follows-groups = В своих группах он больше ничего не делает; другой бот там займёт его место.
bot-rooms-follows-inbox = Он больше не представляет аккаунт.
bot-room-chat = Незнакомцы
bot-room-chat-about = Люди встречаются один на один. Только здесь спрашивают пол.
bot-room-groups = Группы
bot-room-groups-about = Порядок в группах и публикации в них.
bot-room-shop = Магазин
bot-room-shop-about = Фото и видео за Stars.
bot-room-studio = Студия
bot-room-studio-about = Фото и видео, созданные ИИ.
bot-room-inbox = Входящие
bot-room-inbox-about = Кто ему пишет, пишет аккаунту.
bot-simulate = Новый бот в симуляторе
webhooks-again = Заново зарегистрировать вебхуки
webhooks-done = Зарегистрировано вебхуков: { $ok } из { $of }.
webhook-refused = Вебхук отклонён: { $why }
failures-about = Что не удалось сделать. Повторите, когда причина исчезнет, или откажитесь.
dead-jobs = Брошенные задачи
dead-jobs-none = Ничего не брошено
dead-jobs-none-about = Все задачи очередей выполнены.
jobs-singly = По одной
job-kind = Задача
job-unknown = Неизвестного вида
error = Ошибка
died-at = Брошена
last-at = последняя
retry-all = Повторить все
discard = Отказаться
discard-all = Отказаться от всех
discard-title = { $count ->
    [one] Отказаться от { $count } задачи?
    [few] Отказаться от { $count } задач?
   *[other] Отказаться от { $count } задач?
}
discard-follows-never = То, что она должна была сделать, сделано не будет.
discard-follows-audit = В журнале действий останется, что от неё отказались.
jobs-retried = { $count ->
    [one] { $count } задача начата заново.
    [few] { $count } задачи начаты заново.
   *[other] { $count } задач начато заново.
}
jobs-discarded = { $count ->
    [one] Отказались от { $count } задачи.
    [few] Отказались от { $count } задач.
   *[other] Отказались от { $count } задач.
}
failed-updates = Неудачные обновления
failed-updates-none = Ни одно обновление не подвело
failed-updates-none-about = Всё, что Telegram сообщил ботам, обработано.
update = Обновление
update-about = Только устройство: без слов, имён и мест.
tries = Попытки
given-up = Брошено
tried-again = Повторяется
failed-at = Сбой
audit-about = Что делали команда и система, новое сверху.
audit-none = Пока ничего
audit-none-about = Как только кто-то что-то изменит, это появится здесь.
audit-action = Что
audit-subject = О чём
audit-by = Кто
audit-at = Когда
action-age_refusal-lifted = Отказ по возрасту снят
action-bot-added = Бот добавлен
action-bot-changed = Изменены комнаты бота
action-bot-removed = Бот убран
action-campaign-started = Кампания начата
action-campaign-pause = Кампания на паузе
action-campaign-resume = Кампания продолжена
action-campaign-cancel = Кампания прервана
action-campaign-resent = Кампания отправлена снова
action-dead_job-retried = Задача повторена
action-dead_job-discarded = Отказ от задач
action-finding-resolved = Расхождение закрыто
action-gift-given = Подарок сделан
action-group-added = Бот добавлен в группу
action-group-approved = Группа одобрена
action-group-rejected = Группа отклонена
action-group-activated = Группа включена
action-group-deactivated = Группа выключена
action-group-settings_changed = Настройки группы изменены
action-groups-left = Бот вышел из групп
action-group_ban-put = Внесён в чёрный список групп
action-group_ban-lifted = Убран из чёрного списка групп
action-payment-refunded = Платёж возвращён
action-payout-paid = Выплата сделана
action-payout-declined = Выплата отклонена
action-person-banned = Заблокирован
action-person-unbanned = Блокировка снята
action-appeal-refused = Апелляция отклонена
action-referral-released = Приглашение засчитано
action-referral-rejected = Приглашение отклонено
action-refund-declined = В возврате отказано
action-refund-refused = Telegram отказал в возврате
action-report-banned = Жалоба: блокировка
action-report-warned = Жалоба: предупреждение
action-report-dismissed = Жалоба отклонена
action-setting-changed = Настройка изменена
tried-times = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
   *[other] { $count } попыток
}
dead-jobs-search = Поиск в ошибках и видах
dead-jobs-none-found = С такими словами задач нет
webhook-works = Вебхук работает
webhook-errors = Вебхук с ошибками
webhook-broken = Вебхук не работает
bot-pending = Обновлений ждёт
bot-held-until = Telegram просит тишины до { $time }.
bot-no-pacer = Его счётчик темпа не отвечает.
bots-unseen = Сейчас не удалось узнать, что с вебхуками.
