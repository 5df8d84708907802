namespace EngageBot.Library;

/// <summary>Reads choices such as <c>[Thank you|Thanks]</c>: each way that a template can go is a wording of its own.</summary>
internal static class Choices
{
    private const int MostWays = 64;

    /// <summary>At least one; throws <see cref="BrokenFileException"/>.</summary>
    public static IReadOnlyList<string> Of(string body, int firstLine)
    {
        var ways = new List<string> { "" };
        for (var index = 0; index < body.Length;)
        {
            var open = body.IndexOf('[', index);
            var end = open < 0 ? body.Length : open;
            ways = [.. ways.Select(way => way + body[index..end])];
            if (open < 0)
                break;
            var line = firstLine + body.AsSpan(0, open).Count('\n');
            var close = body.IndexOf(']', open);
            var choices = close < 0 ? [] : body[(open + 1)..close].Split('|');
            if (close < 0 || choices.Length < 2 || choices.Any(choice => choice.Contains('[', StringComparison.Ordinal)))
                throw new BrokenFileException(line, "A choice is written [Thank you|Thanks], with its bracket closed and no other choice inside.");
            if (choices.Any(choice => choice.Count(letter => letter == '{') % 2 == 1 || choice.Contains('\n', StringComparison.Ordinal)))
                throw new BrokenFileException(line, "A choice must hold whole fields and stay on its line.");
            if (ways.Count * choices.Length > MostWays)
                throw new BrokenFileException(line, $"The choices make more than {MostWays} wordings; split the template in two.");
            ways = [.. ways.SelectMany(way => choices.Select(choice => way + choice))];
            index = close + 1;
        }
        return ways;
    }
}
