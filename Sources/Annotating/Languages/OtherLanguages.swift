extension Language {
  /// For languages without a profile of their own: the abbreviations of several, so far as none of them has a word that is
  /// written the same; stops, else, by the Unicode Standard's rules (UAX #29) and the evidence of the text.
  static let other = Language(
    "und",
    [
      // Russian, Ukrainian, Bulgarian.
      (
        .leading,
        """
        ул пр-т просп пер пос обл р-н кв корп рис табл см ср напр т.е т.н т.к т.о тов проф акад доц инж изд св о-в вул буд бул чл-кор \
        г-н г-жа д-р
        """
      ),
      (.closing, "г гг тыс млн млрд трлн руб коп долл куб чел экз н.э тис грн лв хил"),
      ([.closing, .final], "т.д т.п др пр проч і.т.д"),
      // As they are written at a sentence's beginning: the tables tell small letters from capitals in these scripts.
      (
        .starter,
        """
        Он Она Оно Они Это Этот Эта Эти Тот Та Те Я Мы Ты Вы Но И А Да Или В Во На По С Со Из От До За При Для Без Под Над О \
        Об У К Кто Что Где Когда Как Почему Если Хотя Пока После Перед Также Еще Ещё Уже Все Всё Его Ее Её Их Наш Мой Так Там \
        Тут Здесь Теперь Сегодня Вчера Завтра Потом Однако Поэтому Він Вона Воно Вони Це Цей Ця Ці Той Ми Ви Але Й Або Із Від \
        Якщо Хоча Поки Після Також Ще Вже Його Її Їх Тепер Сьогодні Вчора Потім Однак Тому
        """
      ),
      // Polish, Czech, Slovak.
      (
        .leading,
        """
        ul al pl dr prof hab inż mgr św ks np tzn tzw tj str rys art ust poz woj płk bałt č čís např tzv sv ing mudr judr phdr bc doc nám
        """
      ),
      (.closing, "ok tys mln mld zł gr godz r w tis mil kč"),
      ([.closing, .final], "itd itp m.in atd apod"),
      // Scandinavian, Finnish, Hungarian, Romanian, Turkish.
      (.leading, "bl.a t.ex d.v.s dvs f.eks ca kl nr s.k mfl esim ns klo stb dl bkz doç yrd"),
      ([.closing, .final], "osv m.m m.fl jne ym yms etc vb"),
    ])

  /// Languages without a profile that write their numbers as English does, `1,234.5`; those of Europe mostly do not.
  static let withDecimalPoint: Set<String> = [
    "am", "ar", "bn", "cy", "fil", "ga", "gu", "he", "hi", "iw", "ja", "km", "kn", "ko", "lo", "ml",
    "mr", "ms", "mt", "my", "ne", "pa", "si", "sw", "ta", "te", "th", "tl", "und", "ur", "zh",
  ]
}
