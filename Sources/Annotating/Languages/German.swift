extension Language {
  static let german = Language(
    "de", ordinalStops: true, capitalisesNouns: true,
    [
      (
        .leading,
        """
        hr hrn fr dr prof dipl ing med phil jur rer nat habil st sr gen maj hptm oblt lt frhr geb gest \
        verh bzw ca vgl sog z.b u.a d.h i.d.r o.g s.o s.u z.t z.zt v.a m.e i.e u.u evtl ggf inkl exkl zzgl \
        abzgl bspw insb insbes einschl ehem engl frz dt lat griech russ ital span amerik brit \
        österr vs urspr eigtl gegr herv jew
        """
      ),
      (
        .closing,
        """
        co corp inc ltd jr sen jun u.s u.s.a u.k d.c str pl tel bd bde std min sek stck kg km \
        cm mm mio mrd tsd p.a u.v.m u.a.m o.ä u.ä u.dgl a.d a.m p.m n.chr v.chr chr jh jhd jhdt mind
        """
      ),
      ([.closing, .final], "etc usw usf"),
      ([.leading, .uncapitalised], "max min"),
      ([.leading, .capitalised], "mag"),
      (
        [.closing, .capitalised, .month],
        "jan jän feb febr mrz apr jun jul aug sept sep okt nov dez"
      ),
      (
        .month,
        "januar jänner februar märz april mai juni juli august september oktober november dezember"
      ),
      ([.reference, .capitalised, .weekday], "mo di mi do fr sa so"),
      (
        .weekday,
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
      ),
      (.reference, "nr nrn s abb art abs § kap ziff tab bd anm fn hg hrsg aufl ausg zit rn"),
      (
        .starter,
        """
        der die das den dem des ein eine einen einem einer eines er sie es wir ihr ich du man dies diese \
        dieser dieses diesen diesem jener jene jenes sein seine seinen seinem seiner ihre ihren ihrem ihrer \
        unser unsere mein meine dein wer was wann wo warum wie wieso weshalb welche welcher welches wenn \
        als ob da weil obwohl während nachdem bevor seit bis und aber oder doch denn sondern auch nur nicht \
        kein keine keiner in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter durch für \
        gegen ohne um zwischen trotz wegen laut seitdem dabei dafür dagegen damit danach daher darum dazu \
        davon darauf daraufhin dann dort hier heute gestern morgen jetzt nun so noch schon bereits alle \
        alles einige viele mehrere beide jeder jede jedes zwar allerdings jedoch außerdem zudem trotzdem \
        dennoch deshalb deswegen insgesamt ist sind war waren hat haben hatte hatten wird werden wurde \
        wurden kann können soll sollen muss müssen will wollen ja nein vielleicht immer wieder erst
        """
      ),
      (
        .preposition,
        "in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter um gegen seit bis ab"
      ),
      (
        .cue,
        """
        sagte sagt sagten fragte fragt antwortete erklärte erklärt meinte meint rief schrieb schreibt \
        betonte fügte ergänzte erwiderte berichtete berichtet flüsterte
        """
      ),
      (.credit, "foto fotos bild grafik quelle video"),
    ])
}
