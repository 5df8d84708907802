namespace EngageBot.Model;

/// <summary>Enum members as the lower-case words that commands, REST and the database use: <c>LetBe</c> is <c>let-be</c>.</summary>
public static class Words
{
    /// <summary>The word of a member.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Map<T>.ByValue[value];

    /// <summary>The member of a word; throws <see cref="FormatException"/> for a word that stands for none.</summary>
    public static T Parse<T>(string word) where T : struct, Enum =>
        TryParse<T>(word, out var value) ? value : throw new FormatException($"'{word}' is none of: {string.Join(", ", Map<T>.ByWord.Keys)}.");

    /// <summary>The member of a word; false for a word that stands for none.</summary>
    public static bool TryParse<T>(string word, out T value) where T : struct, Enum => Map<T>.ByWord.TryGetValue(word, out value);

    private static class Map<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(value => value, value => Hyphenated(value.ToString()));
        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

        private static string Hyphenated(string name) =>
            string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
    }
}
