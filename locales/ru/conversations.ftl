# Переписка: список, разговор, кому написать, черновики, жалобы
talk-inbox = Сообщения
talk-inbox-count = Сообщения · { $count }
talk-write = Написать
talk-write-teacher = Написать учителю
talk-back = ‹ Сообщения
talk-title = <b>Сообщения</b>{ $count ->
    [0] { "" }
   *[other] { " " }· непрочитанных: { $count }
}
talk-none-staff = Переписки пока нет. Начните кнопками ниже; семье можно написать и из карточки ученика, из отсутствия, со страницы урока.
talk-none-family = Переписки пока нет. Кнопка «Написать» – учителю, классному руководителю или администрации.
talk-find = Найти
talk-find-again = Искать ещё
talk-find-surname = Найти по фамилии
talk-found = <b>Найдено: { $count }</b> ({ $words })
talk-found-more = Ещё { $count }: уточните слова.
talk-alone = Без адресата
talk-line = { $unread ->
    [yes] ●{ " " }
   *[no] { "" }
}<b>{ $number }. { $who }</b> · { $at }
talk-line-mine = Вы: { $words }
talk-only-files = 📎 файлы
talk-button = { $unread ->
    [yes] ●{ " " }
   *[no] { "" }
}{ $number }. { $who }
talk-when-today = { CLOCK($at) }
talk-when-day = { SHORTDAY($at) }
talk-when-both = { SHORTDAY($at) }, { CLOCK($at) }
talk-moment = { $day ->
    [today] сегодня в { CLOCK($at) }
    [tomorrow] завтра в { CLOCK($at) }
   *[other] { SHORTDAY($at) } в { CLOCK($at) }
}
talk-office-administration = Администрация школы
talk-office-helpdesk = Помощь администратора
talk-topic-help = Вопрос
talk-topic-idea = Предложение

# Разговор
talk-about = Ученик: { $about }
talk-about-class = Класс: { $about }
talk-lesson = Урок: { $lesson }
talk-note = ⓘ { $words }
talk-sides-more = и ещё { $count }
talk-sides = <b>Участники</b>
talk-side-you = это вы
talk-side-left = { $name }: больше не участвует
talk-side-awaited = { $name } больше не работает в школе: сообщения прочтёт тот, кому передадут переписку
talk-side-unconnected = { $name }: бот ещё не подключён, прочтёт, когда подключится
talk-side-muted = { $name }: не сможет ответить, можно будет писать { $until }
talk-side-later-school = { $name }: сейчас нерабочее время, сообщение придёт { $at }
talk-side-later-family = { $name }: сейчас тихие часы, сообщение придёт { $at }
talk-you = Вы
talk-empty = Здесь пока пусто.
talk-edited = изменено
talk-files = { $count ->
    [one] 📎 { $count } файл
    [few] 📎 { $count } файла
   *[other] 📎 { $count } файлов
}
talk-urgent-because = ❗ Срочно: { $reason }
talk-mark-read = ✓✓ прочитано
talk-mark-read-by = ✓✓ прочитано: { $count } из { $of }
talk-mark-delivered = ✓ доставлено
talk-mark-later = придёт { $at }
talk-mark-sent = отправлено
talk-why-left = Писать сюда больше нельзя: кто-то из участников больше не учится или не работает в школе. История остаётся.
talk-why-alone = Читать здесь больше некому, поэтому писать нельзя. История остаётся.
talk-why-muted = Вам нельзя писать до { DAY($until) }, { CLOCK($until) }.
talk-why-watching = Вы читаете переписку по жалобе: каждое открытие записывается, писать в неё нельзя.
talk-whole = Показать целиком
talk-answer = Ответить
talk-urgent = ❗ Срочно
talk-older = ‹ Раньше
talk-newest = К последним
talk-more = Ещё…
talk-complain = Пожаловаться
talk-complained = Жалоба на эту переписку рассматривается.

# Вопросы
talk-ask = Напишите сообщение: { $names }{ $known ->
    [yes] { " " }({ $about })
   *[no] { "" }
}. Можно текст, фото, голосовое или файл.
talk-ask-short = Сообщение
talk-ask-reason = Почему это срочно? { $names }{ $known ->
    [yes] { " " }({ $about })
   *[no] { "" }
}. Напишите коротко: причину увидят и адресат, и школа. Сообщение придёт сразу, даже ночью.
talk-ask-reason-short = Причина
talk-ask-urgent = Теперь само срочное сообщение: { $names }{ $known ->
    [yes] { " " }({ $about })
   *[no] { "" }
}. Оно придёт сразу.
talk-urgent-words = Здесь нужна причина словами.
talk-kinds = Такое передать нельзя. Подойдёт текст, фото, видео, голосовое или файл.
talk-ask-find = Кого или что найти? Напишите фамилию, имя или слово из сообщения.
talk-ask-find-short = Фамилия или слово
talk-ask-surname = Напишите фамилию или её начало.
talk-ask-surname-short = Фамилия
talk-ask-complaint = Что не так в этой переписке? Ваши слова прочтут директор и завучи, и только по жалобе они смогут открыть эту переписку. Вторая сторона узнает о жалобе.
talk-ask-complaint-short = Что не так
talk-complaint-made = ✓ Жалоба записана, директор и завучи узнали. Об итоге вам придёт сообщение.
talk-ask-what = Можно текст, фото, голосовое или файл.

# Семья пишет школе
talk-which-child = О ком из детей?
talk-addressees-title = <b>{ $name }, { $unit }</b>
talk-addressees-whom = Кому написать?
talk-addressees-legend = ○ – бот ещё не подключён, прочтёт позже.
talk-addressee = { $connected ->
    [yes] { "" }
   *[no] ○{ " " }
}{ $name }
talk-class-leader = классный руководитель
talk-class-leader-brief = кл. рук.
talk-to-administration = администрация школы
talk-ask-school = Кому: { $name }. О ком: { $about }.

# Школа пишет семье
talk-family-open = Написать семье
talk-family-title = <b>{ $name }, { $unit }</b>
talk-family-whom = Кому написать?
talk-family-nobody = Писать некому: родители ещё не внесены в журнал.
talk-family-legend = ○ – бот ещё не подключён, прочтут, когда подключатся.
talk-family-person = { $connected ->
    [yes] { "" }
   *[no] ○{ " " }
}{ $name }, { $what }
talk-family-pupil = { $connected ->
    [yes] { "" }
   *[no] ○{ " " }
}Ученику: { $name }
talk-family-parents = { $count ->
    [2] Обоим родителям
   *[other] Всем родителям
}
talk-family-all = Родителям и ученику
talk-ask-family = Кому: { $names }. Об ученике: { $about }.
talk-choose = <b>{ $name }</b>: чьим родителям написать? Каждая семья получит сообщение отдельно и не увидит остальных.
talk-choose-count = Выбрано: { $count }
talk-choose-changed = Список класса изменился, выберите ещё раз.
talk-choose-name = { $chosen ->
    [yes] ✓{ " " }
   *[no] { "" }
}{ $name }
talk-choose-all = Выбрать всех
talk-choose-none = Убрать всех
talk-choose-write = Написать · { $count }
talk-choose-open = Написать родителям
talk-choose-class = Родителям { $unit }
talk-ask-families = { $count ->
    [one] Напишите сообщение { $count } семье, { $name }.
   *[other] Напишите сообщение { $count } семьям, { $name }. Каждая получит его отдельно.
} Можно текст, фото, голосовое или файл.

# Коллеги
talk-to-family = Семье
talk-ask-pupil = Напишите фамилию ученика или её начало, можно с именем или классом: «Иванов 7Б».
talk-pupil-name = { $name }, { $unit }
talk-colleague = Коллеге
talk-colleagues = <b>Коллеги</b>
talk-colleagues-found = <b>Найдено: { $count }</b> ({ $words })
talk-colleague-name = { $connected ->
    [yes] { "" }
   *[no] ○{ " " }
}{ $name }
talk-ask-colleague = Напишите сообщение: { $name }. Можно текст, фото, голосовое или файл.
talk-to-leader = Классному руководителю
talk-ask-leader = Напишите сообщение классному руководителю: { $name }. Можно текст, фото, голосовое или файл.

# Отправлено
talk-sent = ✓ Отправлено
talk-sent-many = { $count ->
    [one] ✓ Отправлено: { $count } семья
    [few] ✓ Отправлено: { $count } семьи
   *[other] ✓ Отправлено: { $count } семей
}
talk-sent-later = { $name }: придёт { $at }
talk-sent-later-more = Остальным позже: { $count }
talk-sent-unconnected = { $count ->
    [one] { $names }: бот ещё не подключён, прочтёт, когда подключится.
   *[other] { $names }: бот ещё не подключён, прочтут, когда подключатся.
}
talk-sent-awaited = { $name } больше не работает в школе. Сообщение прочтёт тот, кому передадут переписку: администрация знает, что его ждут. Ответ нужен сегодня – напишите администрации.
talk-sent-silent = { $name }: ответить пока не сможет, писать можно будет { $until }.
talk-open = Открыть переписку
talk-write-more = Написать ещё

# Слова, которые ни на что не отвечают
talk-nod-unsent = Это никому не передано. Чтобы ответить человеку, нажмите «Ответить» под его сообщением.
talk-draft-ask = <b>Кому передать?</b>
talk-draft-files = 📎 с файлами
talk-draft-other = Другая переписка…
talk-draft-school = Учителю, классному руководителю…
talk-draft-task = Это ответ на задание
talk-draft-drop = Никому
talk-draft-dropped = Никому не передано.
talk-draft-kept = Сообщение сохранено.
talk-draft-send-later = Отправить
paper-to-talk = Не справка: передать учителю

# Ещё: запрет писать, стоп-слова, жалобы, передача переписки
talk-tools = Ещё…
talk-tools-title = <b>Сообщения: ещё</b>
talk-mute = Запретить писать: { $name }
talk-mute-title = <b>{ $name }</b>: по какой день запретить писать? Читать можно будет по-прежнему.
talk-mute-day = По сегодня, { DAY($until) }
talk-mute-three = 3 дня, по { DAY($until) }
talk-mute-week = Неделя, по { DAY($until) }
talk-mute-other = Другой день…
talk-ask-mute-day = По какой день запретить писать? Например: 30.11 или «пятница». Не больше 30 дней.
talk-ask-mute-day-short = 30.11
talk-ask-mute-reason = Запрет по { DAY($until) } включительно. Напишите причину: её увидит тот, кому запрещено, и администрация.
talk-ask-mute-reason-short = Причина
talk-muted = Кому запрещено писать
talk-muted-title = <b>Кому запрещено писать</b>
talk-muted-nobody = Сейчас писать не запрещено никому.
talk-muted-done = ✓ Запрещено, человеку сообщено.
talk-muted-line = • { $name }: до { $until }. Причина: { $reason } ({ $by })
talk-lift = Снять запрет: { $name }
talk-lifted = Запрет снят
talk-stop-words = Стоп-слова
talk-stop-title = <b>Стоп-слова</b>: сообщение с таким словом не отправится, автор узнает почему.
talk-stop-none = Пока ни одного.
talk-stop-remove = Нажмите слово, чтобы убрать его.
talk-stop-word = ✕ { $word }
talk-stop-add = Добавить
talk-ask-stop = Напишите слова через запятую или каждое с новой строки.
talk-ask-stop-short = Слова
talk-complaints = Жалобы
talk-complaints-title = <b>Жалобы на переписку</b>
talk-complaints-none = Жалоб нет.
talk-complaint-button = { $state ->
    [open] ●{ " " }
   *[closed] ✓{ " " }
}{ $by }
talk-complaint-line =
    <b>{ $by }</b>, { $at }
    О ком: { $about }
    «{ $said }»
talk-complaint-closed = Закрыта { $at }: { $outcome }
talk-complaint-traced = Переписку по жалобе можно прочесть; каждое открытие записывается.
talk-complaint-read = Прочесть переписку
talk-complaint-close = Закрыть жалобу
talk-complaint-open = К жалобе
talk-complaint-was-closed = Жалоба уже закрыта
talk-ask-outcome = Чем закончилось? Ваши слова придут обеим сторонам.
talk-ask-outcome-short = Итог
talk-hand = Передать переписку
talk-hand-title = <b>Передать переписку с семьями коллеге</b>
talk-hand-own = { $count ->
    [0] У вас нет переписки с семьями.
    [one] У вас { $count } переписка с семьями.
    [few] У вас { $count } переписки с семьями.
   *[other] У вас { $count } переписок с семьями.
}
talk-hand-mine = Передать мою
talk-hand-of-left = Ниже – переписка тех, кто больше не работает: передайте её тому, кто их заменяет.
talk-hand-left = { $name } · { $count }
talk-hand-to = Кому передать переписку?
talk-hand-sure = { $count ->
    [0] Передавать нечего.
    [one] { $name } получит { $count } переписку с историей. Семья узнает об этом. Вернуть её сможет только новая передача.
    [few] { $name } получит { $count } переписки с историей. Семьи узнают об этом. Вернуть их сможет только новая передача.
   *[other] { $name } получит { $count } переписок с историей. Семьи узнают об этом. Вернуть их сможет только новая передача.
}
talk-hand-do = Передать · { $count }
talk-handed = { $count ->
    [0] Передавать нечего.
   *[other] ✓ Передано: { $count }. Теперь отвечает { $name }, семьям сообщено.
}
