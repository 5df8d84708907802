using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>Reads <c>Cues/&lt;language&gt;.txt</c>: <c>intent weight: phrase, phrase =&gt; reason</c>.</summary>
internal static class CueFile
{
    public static IEnumerable<Cue> Read(string language) => WordFile.Lines($"Reading.Cues.{language}.txt").SelectMany(Parse);

    private static IEnumerable<Cue> Parse(string line)
    {
        var (head, body) = WordFile.HeadAndBody(line);
        var (word, weight) = WordFile.NameAndWeight(head);
        var intent = Model.Words.Parse<Intent>(word);
        var (phrases, says) = body.Split("=>", 2) is [var left, var right] ? (left, right.Trim()) : (body, Reasons.Quoting(intent));
        foreach (var phrase in WordFile.Items(phrases))
            foreach (var words in Spellings(phrase))
                yield return new Cue(intent, weight, words, says.Length == 0 || says.Contains(Find.Words, StringComparison.Ordinal) ? phrase : says, says);
    }

    // people leave apostrophes out; but "were" and "well" are words of their own
    private static IEnumerable<IReadOnlyList<string>> Spellings(string phrase)
    {
        yield return Words(phrase);
        if (phrase.Contains('\'', StringComparison.Ordinal) && !phrase.Contains("we'", StringComparison.Ordinal))
            yield return Words(phrase.Replace("'", "", StringComparison.Ordinal));
    }

    private static List<string> Words(string phrase) =>
        [.. phrase.Split(' ').SelectMany(word => word is "^" or "@us" or "@other" or "<link>" or "?"
            ? [word]
            : Tokenizer.Split(word).Where(token => token.Kind != TokenKind.Mark).Select(token => token.Text))];
}
