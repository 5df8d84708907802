using EngageBot.Language;

namespace EngageBot.Library.Voice;

/// <summary>Capitals, rows of exclamation marks, and more of us than of them.</summary>
internal static class Loudness
{
    private const int ManyMarks = 3;
    private const int ShoutedLetters = 4;
    private static readonly HashSet<string> Us = ["we", "us", "our", "ours", "ourselves", "we're", "we've", "we'll", "we'd", "wir", "uns", "unser", "unsere", "unserer", "unserem", "unseren", "unseres", "nous", "notre", "nos", "nuestro", "nuestra", "onze", "ons", "nostro", "nostra", "nosso", "nossa"];
    private static readonly HashSet<string> You = ["you", "your", "yours", "yourself", "you're", "you've", "you'll", "you'd", "du", "dich", "dir", "dein", "deine", "deiner", "deinem", "deinen", "sie", "ihnen", "ihr", "ihre", "ihren", "ihrem", "ihrer", "euch", "euer", "eure", "vous", "votre", "vos", "tu", "te", "usted", "su", "je", "jij", "jouw", "u", "uw", "lei", "suo", "sua", "você", "seu"];

    public static void Add(Tally tally, Speech speech, LintContext context)
    {
        tally.Add(LintRule.Shouting, Shouts(speech, context).OrderBy(place => place.Start));
        var us = speech.Words.Count(word => Us.Contains(word.Text));
        var you = speech.Words.Count(word => You.Contains(word.Text));
        if (us > 1 && us > you)
            tally.Add(LintRule.We, $"{us} times us, {(you == 0 ? "never" : $"{you} times")} them");
    }

    private static IEnumerable<Span> Shouts(Speech speech, LintContext context)
    {
        var marks = speech.Tokens.Where(token => token.Kind == TokenKind.Mark && token.Text == "!").ToList();
        foreach (var (mark, next) in marks.Zip(marks.Skip(1)))
            if (mark.End == next.Start)
                yield return new Span(mark.Start, next.End);
        if (marks.Count >= ManyMarks)
            yield return new Span(marks[^1].Start, marks[^1].End);
        foreach (var word in speech.Words.Where(word => IsShouted(speech.Text.AsSpan(word.Start, word.End - word.Start)) && !TheyShoutedToo(word, context)))
            yield return new Span(word.Start, word.End);
    }

    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (!char.IsUpper(letter))
                return false;
        return word.Length >= ShoutedLetters;
    }

    private static bool TheyShoutedToo(SpokenWord word, LintContext context) => context.Mention?.Contains(word.Text, StringComparison.OrdinalIgnoreCase) == true;
}
