group-campaign = Кампания в группах
group-campaign-title = Кампания в группах { $id }
group-campaign-new = Новая кампания в группах
group-campaign-about = Несколько постов, которые начинаются как один: все или ни одного. Написанное хранится в этой вкладке.
group-campaigns-none = Кампаний в группах пока нет
group-campaigns-none-about = Соберите несколько постов по группам и дням и смотрите в одном месте, что вышло.
group-campaign-active = Идёт
group-campaign-complete = Завершена
group-campaign-cancelled = Прервана
group-campaign-overdue = Опаздывает
group-campaign-late-since = Опаздывает с
group-campaign-name = Название
group-campaign-ends = Завершить до
group-campaign-ends-about = Команда узнает, если опаздывает. В вашем часовом поясе, { $zone }
group-campaign-posts = { $count ->
    [0] Посты
    [one] { $count } пост
    [few] { $count } поста
   *[other] { $count } постов
}
group-campaign-posts-none = Добавьте посты, из которых она состоит, не больше 50.
group-campaign-posts-needed = Сначала добавьте пост
group-campaign-targets = { $count ->
    [one] Всего в { $count } место.
    [few] Всего в { $count } места.
   *[other] Всего в { $count } мест.
}
group-campaign-add = Добавить пост
group-campaign-post = Пост { $no }
group-campaign-post-edit = Изменить пост { $no }
group-campaign-post-copy = Копировать пост { $no }
group-campaign-post-remove = Убрать пост { $no }
group-campaign-keep = Оставить
group-campaign-review = Проверить и начать
group-campaign-begin = Начать
group-campaign-begun = Кампания в группах началась.
group-campaign-confirm-title = Начать { $name }?
group-campaign-confirm-posts = { $count ->
    [one] { $count } пост уйдёт или встанет в план.
    [few] { $count } поста уйдут или встанут в план.
   *[other] { $count } постов уйдут или встанут в план.
}
group-campaign-confirm-groups = { $count ->
    [one] В { $count } группе.
   *[other] В { $count } группах.
}
group-campaign-confirm-now = Посты без времени уйдут сразу.
group-campaign-cancel = Прервать
group-campaign-cancel-title = Прервать { $name } насовсем?
group-campaign-cancel-posts = { $count ->
    [one] Её { $count } пост прервётся.
    [few] Все её { $count } поста прервутся.
   *[other] Все её { $count } постов прервутся.
}
group-campaign-is-ended = Кампания в группах прервана.
group-campaign-problems = { $count ->
    [one] В { $count } группе публиковать не получается
   *[other] В { $count } группах публиковать не получается
}
group-campaign-problem-inactive = бот там не работает. Верните или включите его.
group-campaign-problem-rights = боту нельзя там писать. Дайте ему это право в Telegram.
action-group_campaign-created = Кампания в группах начата
action-group_campaign-cancelled = Кампания в группах прервана
