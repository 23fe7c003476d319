extension Language {
  static let italian = Language(
    "it",
    [
      (
        .leading,
        """
        sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing arch geom rag s ss rev p.es es cfr ca circa v vs n.d.r ndr pres
        """
      ),
      (
        .closing,
        """
        inc corp co ltd s.p.a s.r.l srl s.a s.n.c u.s u.s.a u.k d.c a.c jr tel min sec km kg cm mm \
        p.m a.m
        """
      ),
      ([.closing, .final], "ecc etc"),
      ([.leading, .capitalised], "on sen gen col cap ten mons don card"),
      ([.reference, .month], "gen genn feb febb mar apr mag giu lug ago set sett ott nov dic"),
      (
        .month,
        """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
        """
      ),
      (.weekday, "lunedì martedì mercoledì giovedì venerdì sabato domenica"),
      (.reference, "n nn no n° nº p pp pag pagg vol voll fig figg art artt cap capp par § tav"),
      (
        .starter,
        """
        il lo la i gli le un uno una lui lei loro egli ella essi io tu noi voi questo questa questi queste \
        quello quella quelli quelle quel quei suo sua suoi sue nostro nostra mio mia chi che cosa quando \
        dove come perché quanto quale quali se ma e ed o oppure né però anche di del dello della dei degli \
        delle a al allo alla ai agli alle da dal dallo dalla dai dagli dalle in nel nello nella nei negli \
        nelle con su sul sullo sulla sui sugli sulle per tra fra senza secondo dopo prima durante contro \
        verso mentre poi quindi dunque infatti inoltre tuttavia invece così allora ora oggi ieri domani già \
        ancora non no sì più meno molto tutti tutte tutto tutta molti molte alcuni alcune altri altre ogni \
        nessuno è sono era erano ha hanno aveva c'è ci si
        """
      ),
      (.preposition, "a al alla in nel nella di da dal dalla con su sul per tra fra verso"),
      (
        .eliding,
        """
        l un d c s m t v n dell all dall nell sull coll quell quest sant bell tutt cent mezz dov com anch \
        nient qualcun ciascun nessun alcun
        """
      ),
      (
        .cue,
        "disse dice ha chiese chiede rispose risponde aggiunse aggiunge spiega spiegò afferma affermò scrive"
      ),
      (.credit, "foto immagine crediti fonte"),
    ])
}
