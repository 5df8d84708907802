using EngageBot.Language;

namespace EngageBot.Library.Voice;

/// <summary>Reads the word lists beside this file: <c>kind: phrase, phrase</c>, with classes of words named <c>@class</c>.</summary>
internal static class PhraseFile
{
    private const string Folder = "EngageBot.Library.Voice.Cues.";

    /// <summary>The phrases of all languages together: adverts mix them.</summary>
    public static PhraseBook ReadAll()
    {
        var book = new PhraseBook();
        foreach (var name in typeof(PhraseFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order())
            Read(name, book);
        return book;
    }

    private static void Read(string name, PhraseBook book)
    {
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var classes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal))
                continue;
            var (kind, phrases) = line.Split(':', 2) is [var head, var body]
                ? (head, body.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                : throw new FormatException($"{name}: a line lacks its colon: {line}");
            if (kind[0] == '@')
                classes[kind] = phrases;
            else
                foreach (var phrase in phrases.SelectMany(phrase => Spelled(phrase, classes)))
                    book.Plant(kind, Words(phrase));
        }
    }

    /// <summary>Every way to say a phrase that names a class.</summary>
    private static IEnumerable<string> Spelled(string phrase, Dictionary<string, string[]> classes)
    {
        var named = phrase.Split(' ').FirstOrDefault(word => word[0] == '@');
        return named is null ? [phrase] : classes[named].SelectMany(word => Spelled(phrase.Replace(named, word, StringComparison.Ordinal), classes));
    }

    /// <summary>A phrase as the pieces that a reply is cut into.</summary>
    public static List<string> Words(string phrase) =>
    [
        .. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word is PhraseBook.Clause or PhraseBook.Any or PhraseBook.Number or PhraseBook.Price
            ? [word]
            : Tokenizer.Split(word).Where(token => token.Kind is TokenKind.Word or TokenKind.Number).Select(token => token.Text)),
    ];
}
