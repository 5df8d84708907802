using System.Collections.Frozen;
using System.Net;
using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>What rules see in a mention at first sight: its words, its language, and what speaks for each intent.</summary>
internal sealed record Glance(string Text, Utterance Utterance, string Language, Evidence Evidence)
{
    public bool IsKnownLanguage => Language == "und" || LanguageGuess.Known.Contains(Language);

    public static Glance At(Post post, Account account, FrozenDictionary<string, CueBook> books)
    {
        // the network escapes &, < and > in what people typed
        if (post.Text.Contains('&', StringComparison.Ordinal))
            post = post with { Text = WebUtility.HtmlDecode(post.Text) };
        var utterance = Utterance.Of(post, account);
        var language = LanguageGuess.Of(post.Text, post.Language);
        var evidence = new Evidence();
        books.GetValueOrDefault(language, books["en"]).Weigh(utterance.Stream, evidence);
        Signs.Weigh(utterance, evidence);
        return new Glance(post.Text, utterance, language, evidence);
    }

    /// <summary>What the rules alone would say.</summary>
    public Verdict RuleVerdict => Reading.RuleVerdict.Of(Evidence);
}
