using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>Guesses a first name from a display name, and rather none than a silly one.</summary>
internal static class FirstName
{
    private const int Longest = 14;
    private const int MostWords = 3;

    // display names that begin with these are mottos, jobs or places
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "my", "our", "your", "in", "at", "on", "up", "two", "three", "one", "little", "big", "old", "new", "mr",
        "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord", "mum", "mom", "dad", "king", "queen", "team", "club", "theatre",
        "theater", "museum", "gallery", "news", "daily", "radio", "city", "harbour", "harbor", "night", "day", "row", "quiet",
        "deaf", "gull", "interval", "ticket", "cue", "curtain", "stage", "crumble", "fish", "salt", "sea", "back", "front",
        "north", "south", "east", "west", "just", "not", "no", "yes", "real", "official", "free", "best", "good", "black",
        "white", "red", "blue", "green", "cat", "dog", "book", "art", "arts", "music", "film", "play", "friends", "school",
        "university", "college", "st", "saint", "san", "le", "la", "les", "de", "der", "die", "das", "el", "il", "los", "kettle",
        "tram", "bus", "train", "ferry", "boat", "support", "crypto", "buy", "second", "third", "first", "tidy", "promo", "deal",
        "sale", "oom", "abuela", "tia", "captain", "get", "hot", "amateur",
    };

    public static string Of(Person author)
    {
        var words = author.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostWords || string.Equals(author.Name, author.Handle, StringComparison.OrdinalIgnoreCase))
            return "";
        return words.All(LooksLikeName) && words[0].Length is > 1 and <= Longest && !NoNames.Contains(words[0]) ? words[0] : "";
    }

    // Ann-Marie and O'Brien, but neither BOB nor bob nor B0b; initials may follow
    private static bool LooksLikeName(string word) =>
        char.IsUpper(word[0])
        && word.All(letter => char.IsLetter(letter) || letter is '-' or '\'' or '’' or '.')
        && !word.EndsWith("'s", StringComparison.Ordinal)
        && !word.EndsWith("’s", StringComparison.Ordinal)
        && (word.Length <= 2 || word.Skip(1).Any(char.IsLower));
}
