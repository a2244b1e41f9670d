overview-about = Как дела у вашего сообщества прямо сейчас.
overview-people = Люди
overview-new-today = Новых сегодня
overview-new-week = Новых за 7 дней
overview-complete = Полные профили
overview-vip = VIP
overview-banned = Заблокированы
overview-by-language = По языкам
overview-by-gender = По полу
overview-by-bot = По ботам
overview-started = Запустили
overview-blocked = Потом заблокировали
overview-nobody = Пока никого нет. Откройте бота и нажмите Start.
overview-none-yet = Ещё не выбран
overview-calm = Всё в порядке: ничего не брошено{ $waiting ->
    [0] .
   *[other] , в пути: { $waiting }.
}
overview-attention = Стоит взглянуть
overview-no-bots = Ни одного бота в работе: добавьте его.
overview-dead-jobs = { $count ->
    [one] { $count } задача брошена
    [few] { $count } задачи брошены
   *[other] { $count } задач брошено
}
overview-failed-updates = { $count ->
    [one] { $count } обновление не удалось трижды
    [few] { $count } обновления не удались трижды
   *[other] { $count } обновлений не удалось трижды
}
bot = Бот
bot-removed = Удалённый бот { $id }
gender = Пол
gender-male = Мужской
gender-female = Женский
gender-other = Другой
gender-unknown = Ещё не выбран
