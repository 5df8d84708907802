using EngageBot.Language;

namespace EngageBot.Conversing;

/// <summary>Hears when somebody wants no more replies from us.</summary>
internal static class OptOuts
{
    // ^ and $ are the first and the last word; alternatives stand in brackets. Each phrase has us for its object:
    // people beg the rain to stop, too. Who is angry mistypes, and to overhear them would be worse than to be still once too often.
    private static readonly PhraseList Phrases = new(
        """
        [stop|quit] [replying|responding|answering|messaging|contacting|tagging|tweeting|writing|spamming|bothering|mentioning|talking] [to|at|me|us]
        [stop|quit] [spamming|bothering|pestering|harassing] me
        [don't|dont] [reply|respond|talk|write|tweet|answer] [to|at] me
        do not [reply|respond|talk|write|tweet|answer] [to|at] me
        [don't|dont] [contact|message|mention|tag|answer|bother] me
        do not [contact|message|mention|tag|answer|bother] me
        never [reply|respond|write|talk] to me again
        never [contact|message|mention] me again
        ^ leave me alone
        leave me alone $
        leave me alone [bot|please|you|now]
        [please|just|bot] leave me alone
        [no|any] more replies
        no more [bot|automated] [replies|messages|answers]
        ^ unsubscribe
        unsubscribe me
        unsubscribe $
        ^ opt out
        opt me out
        opt out of this
        i want to opt out
        i didn't ask [a|for] [bot|reply|answer]
        ^ stop $
        ^ stop [bot|please] $
        ^ [please|pls|plz] stop $
        [stop|shut] [it|up] bot
        go away bot
        ^ go away $
        remove me from [your|this] [list|lists]
        hör auf mir zu [antworten|schreiben]
        [hört|hören] [auf|sie] [mir|auf] [zu|mir] [antworten|schreiben|zu]
        [antwortet|antworte|schreibt|schreib] mir [nicht|nie] mehr
        [antworten|schreiben] sie mir [nicht|nie] mehr
        lasst mich in ruhe
        lass mich in ruhe
        lassen sie mich in ruhe
        keine [antworten|nachrichten] mehr
        ^ aufhören $
        ^ stopp $
        arrêtez de me [répondre|écrire|contacter|taguer]
        arrête de me [répondre|écrire|contacter|taguer]
        ne me [répondez|réponds|contactez|contacte|écrivez] [plus|pas]
        [laissez|laisse] moi tranquille
        [fichez|foutez] moi la paix
        plus de réponses
        ^ désabonnez moi
        [deja|dejad|dejen|deje] de [responderme|escribirme|contactarme|contestarme|etiquetarme]
        no me [respondas|respondáis|respondan|responda|contestes|contesten|escribas|escriban|contactes|contacten] más
        [déjame|dejadme|déjenme|déjeme] en paz
        no quiero más respuestas
        [stop|hou] [op|met] [met|mij|me|reageren] [reageren|antwoorden|op|te|taggen]
        reageer niet meer op [mij|me|mijn]
        [antwoord|schrijf] [mij|me] niet meer
        laat [me|mij] met rust
        geen [antwoorden|reacties|berichten] meer
        [smettila|smettetela|smetti|smettete] di [rispondermi|scrivermi|contattarmi|taggarmi]
        non [rispondetemi|rispondermi|scrivetemi|scrivermi|contattatemi|contattarmi] più
        non mi [rispondete|risponda|scrivete|scriva] più
        [lasciami|lasciatemi|mi|lasci] [in|lasci] pace
        basta risposte
        [parem|pare|para|parar] de me [responder|contactar|marcar|escrever]
        não me [respondam|respondas|responda|contactem|contacte|escrevam|marquem] mais
        [deixem|deixe|deixa] me em paz
        não quero mais respostas
        """.Split('\n'), forgiving: true);

    // said by somebody who had asked us to stop
    private static readonly PhraseList Welcomes = new(
        """
        [you|u] [can|may] [reply|respond|write|answer|talk] [to|again|me]
        you [can|may] [message|contact|answer] me [again|now]
        [please|pls] [reply|answer|respond|write] [to|again|me] [me|again]
        [talk|write|reply] to me again
        [opt|count] me [back|in] [in|again]
        opt in $
        ^ [start|unstop] $
        ^ start again $
        start replying [again|to]
        ihr [dürft|könnt] [mir|wieder] [wieder|antworten|schreiben]
        sie [dürfen|können] mir wieder [antworten|schreiben]
        [antwortet|schreibt] mir [wieder|bitte]
        vous pouvez [à|me] [nouveau|répondre|écrire]
        [répondez|écrivez] moi [à|de] nouveau
        [podéis|puedes|pueden|puede] [responderme|escribirme|contestarme]
        [respondedme|escribidme|escríbanme] otra vez
        [je|jullie|u] [mag|mogen] [me|mij] weer [antwoorden|schrijven]
        [potete|puoi|può] [rispondermi|scrivermi] [ancora|di|pure]
        [podem|pode|podes] [responder|escrever] [me|de|outra]
        """.Split('\n'));

    // "don't ever stop replying to me" and "why did you stop answering me" ask for the opposite
    private static readonly HashSet<string> Turnarounds =
    [
        "don't", "dont", "never", "not", "didn't", "did", "you", "they", "why", "won't", "can't", "nicht", "ne", "no", "não",
        "non", "niet", "would", "people", "everyone",
    ];

    /// <summary>True when the text asks us to leave its author alone; English, German, French, Spanish, Dutch, Italian, Portuguese.</summary>
    public static bool AsksToStop(string text) => Says(text, Phrases);

    /// <summary>True when somebody who had asked us to stop invites us back. Nobody else can.</summary>
    public static bool InvitesBack(string text) => !AsksToStop(text) && Says(text, Welcomes);

    private static bool Says(string text, PhraseList phrases)
    {
        var words = PhraseList.WordsOf(text);
        for (var start = 0; start < words.Count; start++)
            if (!(start > 0 && Turnarounds.Contains(words[start - 1])) && phrases.LengthAt(words, start) > 0)
                return true;
        return false;
    }
}
