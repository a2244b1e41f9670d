nav-posts = Посты
post = Пост
posts-about = Что ваши боты публикуют в группах: один раз, позже или снова и снова. Каждая группа получает пост, когда позволяют её пауза и темп Telegram.
posts-tab-posts = Список
posts-tab-calendar = Календарь
posts-tab-campaigns = Кампании в группах
posts-filter = Посты в каком состоянии
posts-none = Постов пока нет
posts-none-about = Напишите пост, выберите группы и опубликуйте сразу или в нужное время.
posts-none-found = Ничего не найдено
posts-none-found-about = Попробуйте другой фильтр.
post-any-group = Все группы
post-any-campaign = Все кампании в группах
post-no-such-group = Группы с таким названием нет
post-new = Новый пост
post-title = Пост { $id }
post-scheduled = Запланирован
post-paused = На паузе
post-done = Готов
post-cancelled = Прерван
post-when = Когда
post-rounds = Раунды
post-round = Раунд
post-rounds-begun = Начато раундов
post-next = Следующий
post-by = Кто
post-created-at = Написан
post-once = Один раз
post-every-time = Интервал: { $time }
post-rounds-of = { $count ->
    [one] { $count } раунд
    [few] { $count } раунда
   *[other] { $count } раундов
}
post-where = Куда
post-groups-about = Группы, в которых бот работает
post-groups-none = Работающих групп пока нет. Впустите одну на странице групп.
post-groups-choose = Выберите группы
post-groups-clear = Убрать все группы
post-groups-needed = Выберите группу
post-groups-many = Не больше 100 групп и тем
post-goes-to = { $count ->
    [one] Пойдёт в { $count } место
    [few] Пойдёт в { $count } места
   *[other] Пойдёт в { $count } мест
}
post-topics-of = Темы группы { $title }
post-topics-about = Те, что бот видел. Без выбора — в общую.
post-topics-clear = Убрать все темы группы { $title }
post-topic-general = Общая
post-topic = Тема { $id }
post-group-unknown = Больше не известна
post-when-now = Сейчас
post-when-at = В нужное время
post-when-cron = По календарю
post-when-every = С интервалом
post-cron = Выражение cron
post-cron-about = Минута, час, день, месяц, день недели
post-cron-wrong = Это не выражение cron из пяти частей, или оно никогда не наступит
post-cron-often = Частые
post-cron-choose = Выберите
post-cron-1 = Каждый день в 9:00
post-cron-2 = С понедельника по пятницу в 9:00
post-cron-3 = По пятницам в 18:00
post-cron-4 = Первого числа месяца в 12:00
post-zone = Часовой пояс
post-zone-about = Для часов выражения
post-zone-wrong = Это не часовой пояс
post-zone-here = В вашем часовом поясе, { $zone }
post-every = Каждые
post-unit = Единица
post-unit-minutes = Минуты
post-unit-hours = Часы
post-unit-days = Дни
post-at = Время
post-from = Не раньше
post-from-now = Пусто: с этого момента
post-rounds-about = Пусто: пока вы не прервёте
post-rounds-ever = Без конца
post-next-times = Следующие разы
post-there = { $time }, { $zone }
post-options = Как
post-silent = Звук
post-silent-about = От тихих постов ни у кого не звонит телефон.
post-silent-group = Как настроено в группе
post-silent-yes = Тихо
post-silent-no = Со звуком
post-delete-after = Удалить через часов
post-delete-after-about = Не больше 47: Telegram не удаляет то, что старше 48 часов.
post-delete-never = Остаётся
post-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[other] { $count } часов
}
post-reply-to = В ответ на
post-reply-to-about = Номер сообщения группы; только с одной группой
post-reply-one = Работает только с одной группой
post-bypass = Не ждать пауз групп
post-bypass-about = Для срочного. Темп Telegram действует всё равно.
post-cooldown = Пауза группы
post-bypassed = Не соблюдается
post-review-now = Проверить и опубликовать
post-review-plan = Проверить и запланировать
post-send-now = Опубликовать
post-plan = Запланировать
post-confirm-title = { $count ->
    [one] Опубликовать в { $count } месте?
   *[other] Опубликовать в { $count } местах?
}
post-confirm-now = Уйдёт сразу.
post-confirm-later = Уйдёт { $time }.
post-confirm-ever = Затем снова и снова, пока вы не прервёте.
post-confirm-rounds = { $count ->
    [one] Всего { $count } раунд.
    [few] Всего { $count } раунда.
   *[other] Всего { $count } раундов.
}
post-confirm-cooldown = Группа, где только что был пост, получит его после своей паузы.
post-confirm-bypass = Пауз групп не ждём.
post-confirm-stays = Останется, пока его не удалят; боты могут это 48 часов.
post-confirm-deleted = { $count ->
    [one] Удалится через { $count } час.
    [few] Удалится через { $count } часа.
   *[other] Удалится через { $count } часов.
}
post-created-now = Пост пошёл.
post-created = Пост запланирован.
post-counts = Что вышло
post-editing = То, что стоит в группах, изменяется.
post-is-paused = На паузе: что ждало, ждёт дальше.
post-goes-on = Продолжается. Раунды, попавшие на паузу, пропущены.
post-is-ended = Прервано.
post-cancel = Прервать
post-cancel-title = Прервать пост { $id } насовсем?
post-cancel-stays = Опубликованное останется.
post-cancel-waits = { $count ->
    [0] Больше ни одна группа его не получит.
    [one] { $count } ожидающая группа его не получит.
    [few] { $count } ожидающие группы его не получат.
   *[other] { $count } ожидающих групп его не получат.
}
post-resend-title = Отправить снова, что не удалось
post-resend-about = Группы, где последний раунд не удался, получат пост ещё раз.
post-resend-none = В последнем раунде явных неудач нет.
post-resend-unknown = И туда, где неизвестно, опубликован ли пост
post-resend-unknown-about = Он может оказаться там дважды.
post-resent = { $count ->
    [one] Отправляется снова в { $count } место.
    [few] Отправляется снова в { $count } места.
   *[other] Отправляется снова в { $count } мест.
}
post-edit = Изменить
post-edit-title = Изменить пост { $id }
post-edit-about = { $count ->
    [0] Следующие раунды скажут это по-новому.
    [one] Следующие раунды скажут это по-новому, и { $count } сообщение в группах изменится.
    [few] Следующие раунды скажут это по-новому, и { $count } сообщения в группах изменятся.
   *[other] Следующие раунды скажут это по-новому, и { $count } сообщений в группах изменятся.
}
post-edit-formatting = Оформление сделано в Telegram и с этим изменением пропадёт. Выберите разметку, чтобы задать его заново.
post-edited = Сохранено. То, что стоит в группах, изменяется.
postings = В группах
postings-filter = В каком состоянии
postings-none = Пока ничего не опубликовано
postings-none-about = Как только начнётся раунд, здесь появится каждая группа и что в ней вышло.
postings-none-in-state = В этом состоянии ничего
posting-at = Когда
posting-waiting = Ждёт
posting-sending = Отправляется
posting-sent = Опубликовано
posting-failed = Не удалось
posting-skipped = Пропущено
posting-unknown = Неизвестно
posting-cancelled = Не опубликовано
posting-deleted = Удалено
posting-too_old = Уже не удалить
calendar-month = Месяц
calendar-week = Неделя
calendar-view = Месяц или неделя
calendar-today = Сегодня
calendar-before = Раньше
calendar-after = Позже
calendar-more = Ещё { $count }
calendar-planned = Запланировано
calendar-posted-in = { $count ->
    [one] Опубликовано в { $count } группе
   *[other] Опубликовано в { $count } группах
}
calendar-none = За это время ничего
calendar-none-about = Перелистните или запланируйте пост.
calendar-about = Время ваше, { $zone }. Посты на паузе не запланированы.
calendar-cut = Показаны только первые 500: выберите время покороче.
action-post-created = Пост написан
action-post-paused = Пост на паузе
action-post-resumed = Пост продолжен
action-post-cancelled = Пост прерван
action-post-resent = Пост отправлен снова
action-post-edited = Пост изменён
