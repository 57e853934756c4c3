# Сообщения об отсутствии
push-absence =
    🔔 <b>{ $pupil }</b> — нет на уроке
    { $number }-й урок, { $subject }, { $starts }–{ $ends }, { DAY($day) }

    Что случилось?
answer-ill = Болеет
answer-family = По семейным обстоятельствам
answer-late = Опаздывает
answer-unknown = Не знаю
push-absence-corrected =
    ✓ <b>Ошибка, { $pupil } на уроке.</b>
    { $number }-й урок, { $subject }, { $starts }, { DAY($day) }
push-absence-came =
    ✓ <b>{ $pupil } на уроке.</b>
    { $number }-й урок, { $subject }, { $starts }, { DAY($day) }
push-open-day = Открыть день
push-answered = <b>{ $pupil }</b>, { $name }: { $said }
push-unexplained-silent =
    ❗ <b>{ $pupil }</b>, { $name }: нет с { $number }-го урока ({ $subject }).
    Родители получили сообщение и не отвечают.
push-unexplained-unreached =
    ❗ <b>{ $pupil }</b>, { $name }: нет с { $number }-го урока ({ $subject }).
    Родители сообщение не получат: позвоните.
push-unexplained-late =
    ❗ <b>{ $pupil }</b>, { $name }: обещали, что опаздывает, но на следующий урок не пришёл (нет с { $number }-го урока).
push-open-absence = Открыть
