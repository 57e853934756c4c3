# Общее для обоих ботов
back = ‹ Назад
home = ⌂ Домой
ask-cancel = Передумали? /cancel
answer-words-only = Здесь нужны слова: фото, голосовое или файл не подойдут.
answer-unsure = Не уверен, что это ответ на мой вопрос, и ничего не записал. Если это он, ответьте именно на это сообщение.
answer-which = Открыто несколько вопросов. Нажмите «Ответить» на том, на который отвечаете, или /cancel.
cancel = Отмена
yes = Да
no = Нет
done-toast = Готово
already-so = Уже так
error-access-denied = Нет доступа: это не ваша страница.
error-not-connected = Этот чат не подключён к школе. Пришлите код доступа.
error-child-left = { $given_name } { $surname }: больше не учится в школе, дневник закрыт.
error-consent-needed = Сначала нужно согласие на обработку персональных данных.
error-nothing-there = Этого больше нет. Откройте экран заново.
error-button-outdated = Эта кнопка устарела. Вот свежий экран.
error-lesson-cancelled = Урок отменён.
error-lesson-not-started = Урок ещё не начался: { CLOCK($starts_at) }.
error-entry-forbidden =
    { $rule ->
        [marks_in_grade_1] В 1 классе отметки не ставятся ({ $regulation }).
        [homework_in_grade_1] В 1 классе домашние задания не задаются ({ $regulation }).
       *[other] Это не вносится ({ $regulation }).
    }
error-entry-needs-reason =
    { $rule ->
        [mark_correction] Исправлять отметки нельзя ({ $regulation }). Вы можете, указав причину.
       *[other] Срок истёк { DAY($until) } в { CLOCK($until) } ({ $regulation }). Чтобы записать, укажите причину.
    }
error-entry-window-closed =
    { $rule ->
        [mark_correction] Исправлять отметки нельзя
       *[other] { $rule ->
                [final_marks_due] Срок для итоговых отметок
                [homework] Срок для домашнего задания
                [oral_marks] Срок для отметок за ответы
                [written_marks] Срок для отметок за письменные работы
                [class_leader_corrects] Срок для исправления посещаемости
               *[other] Срок для темы и отсутствующих
            } был до { CLOCK($until) } { DAY($until) }
    } ({ $regulation }). { $deciders ->
        [director] Записать, указав причину, может директор.
        [deputy_head] Записать, указав причину, может завуч.
       *[other] Записать, указав причину, может завуч или директор.
    }
error-regulation-unfit = Регламент не принят: «{ $file }». Ничего не изменено.
error-regulation-day-wrong = Правила можно изменить с { DAY($since) } и не позже { DAY($latest) }.
error-regulation-changed-meanwhile = Правила тем временем изменил кто-то другой. Вот что изменится теперь.
error-not-in-russian = По правилам школы ({ $regulation }) записи ведут на русском языке.
error-entry-overlapped = За это время здесь записали другое. Ничего не изменено: откройте страницу и посмотрите.
error-entry-not-carried-out = Записать не получилось. Запрос остаётся открытым.
error-homework-given = На этом уроке уже есть задание. Если оно не нужно, отзовите его.
error-asker-left = Сотрудник, который просил запись, в школе больше не работает.
error-text-too-long = Слишком длинный текст (знаков: { $length }), можно не больше { $limit }.
error-code-wrong = Код не подошёл. Проверьте, всё ли введено, и пришлите ещё раз.
error-code-used = Этот код уже использован. Попросите новый.
error-code-expired = Срок кода истёк. Попросите новый.
error-code-withdrawn = Этот код больше не действует. Попросите новый.
error-code-issued-meanwhile = Новый код уже выдан. Откройте карточку заново, чтобы выдать ещё один.
error-code-of-other-door = Этот код для другого бота школы.
error-too-many-attempts = Слишком много неверных кодов. Попробуйте через { $minutes } мин.
error-dates-wrong = Не получилось понять даты. Пример: 12.03 или 12.03–15.03.
error-dates-past = Это уже прошло. Можно начиная с { DAY($since) }.
error-dates-reversed = Конец раньше начала: { DAY($starts) } – { DAY($ends) }. Напишите даты по порядку.
error-dates-too-long = Получилось { $days } дн., а можно не больше { $limit }. Если дольше, напишите классному руководителю.
error-notice-over = Эти дни уже прошли, изменить их нельзя. Справку приложить можно.
error-file-not-accepted = Файл не принят: не больше { $limit_mb } МБ.
error-file-not-fetched = Telegram не отдал файл, он не записан. Пришлите его ещё раз чуть позже.
error-file-kind-wrong = Подойдёт фото или PDF. Этот файл не сохранён.
error-answer-closed = Ответ на это задание сейчас не принимается: учитель его уже посмотрел или он не нужен.
error-too-many-files = Уже приложено { $limit }, больше нельзя. Этот файл не сохранён.
error-workbook-not-yours = Книгу школы загружает администратор. Ничего не записано.
error-wording-changed = Текст согласия изменился. Прочитайте, пожалуйста, новый.
error-unexpected = Что-то пошло не так, запись не сделана. Мы уже знаем об этом. Попробуйте ещё раз.
error-database-away = Журнал сейчас недоступен. Ничего не потеряно: повторите через минуту.
