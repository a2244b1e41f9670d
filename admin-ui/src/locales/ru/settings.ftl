settings-about = Изменения действуют сразу во всех ботах. Сохраняются вместе: все или ни одного.
settings-search = Поиск настроек
settings-none = Такой настройки нет
settings-none-about = Попробуйте другое слово.
settings-unsaved = { $count ->
    [one] { $count } несохранённое изменение
    [few] { $count } несохранённых изменения
   *[other] { $count } несохранённых изменений
}
settings-saved = { $count ->
    [one] Сохранена { $count } настройка.
    [few] Сохранены { $count } настройки.
   *[other] Сохранено { $count } настроек.
}
settings-discard = Отменить
settings-leave-title = Уйти без сохранения?
settings-leave = Уйти
settings-changes = Недавние изменения
settings-changes-none = В последнее время никто ничего не менял.
settings-group-flags = Что включено
settings-group-staff = Команда
settings-group-people = Люди
settings-group-payments = Деньги
settings-group-delivery = Отправка
settings-group-chat = Чат
settings-group-referrals = Приглашения
settings-group-groups = Группы
settings-group-media = Медиа
settings-group-shop = Магазин
settings-group-insights = Графики
settings-group-api = API
settings-group-system = Система
setting-default = Вернуть значение по умолчанию
setting-default-of = { $name }: вернуть значение по умолчанию
setting-add = Добавить
setting-remove-row = Убрать строку { $no }
setting-json = Это ещё не JSON
on = Включено
off = Выключено
chat-media_review-on_report = При жалобе
chat-media_review-all = Все медиа
chat-media_review-off = Выключено
field-id = Id
field-days = Дни
field-minutes = Минуты
field-stars = Звёзды
field-credits = Кредиты
field-renews = Продлевается
field-monthlyStars = Звёзд в месяц
field-annualStars = Звёзд в год
field-en = Английский
field-pt = Португальский
field-ru = Русский
field-fr = Французский
chat-choose = Выберите чат или введите id
chat-clear = Без чата
chat-group = Группа
chat-supergroup = Группа
chat-channel = Канал
chat-typed = по id
chat-none-found = В таком чате нет ни одного бота. Добавьте бота туда или введите id чата.
