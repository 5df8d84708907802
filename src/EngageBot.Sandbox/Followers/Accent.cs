using System.Text.RegularExpressions;

namespace EngageBot.Sandbox.Followers;

/// <summary>Types a sentence the way this follower types: no capitals, typos, emoji, stretched words.</summary>
internal sealed partial class Accent(Script script)
{
    private readonly Dictionary<string, string> shorthand = Pairs(script, "shorthand");
    private readonly Dictionary<string, string> stretched = Pairs(script, "stretched");

    public string Colour(string text, CastMember member, Want want, Dice dice)
    {
        var (voice, language) = (member.Voice, member.Follower.Language);
        text = Word().Replace(text, match => match.Groups["keep"].Success ? match.Value : Type(match.Value, voice, language, dice));
        if (voice.HasFlag(Voice.Loose) && text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal))
            text = text[..^1];
        if (voice.HasFlag(Voice.Loud) && dice.Chance(0.6))
            text = Shout(text, dice);
        if (voice.HasFlag(Voice.Emoji) && dice.Chance(0.5) && char.IsAscii(text[^1]))
            text += " " + Emoji(want, dice);
        if (voice.HasFlag(Voice.Tags) && dice.Chance(0.6) && !text.Contains('#'))
            text += " " + dice.Pick(script.Of("slot tag", language));
        return text;
    }

    private string Type(string word, Voice voice, string language, Dice dice)
    {
        if (language == "en" && voice.HasFlag(Voice.Short) && shorthand.TryGetValue(word.ToLowerInvariant(), out var shorter) && dice.Chance(0.7))
            word = shorter;
        if (language == "en" && voice.HasFlag(Voice.Stretch) && stretched.TryGetValue(word.ToLowerInvariant(), out var longer) && dice.Chance(0.5))
            word = longer;
        if (voice.HasFlag(Voice.Typos) && word.Length > 4 && language is not ("ja" or "ar") && dice.Chance(0.09))
            word = Slip(word, dice);
        return voice.HasFlag(Voice.Lower) ? word.ToLowerInvariant() : word;
    }

    // two letters swapped, one lost, one typed twice
    private static string Slip(string word, Dice dice)
    {
        var at = 1 + dice.Below(word.Length - 3);
        return dice.Below(3) switch
        {
            0 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            1 => word.Remove(at, 1),
            _ => word.Insert(at, word[at].ToString()),
        };
    }

    private static string Shout(string text, Dice dice) => text[^1] switch
    {
        '!' => text + new string('!', 1 + dice.Below(3)),
        '?' => text + dice.Pick(["?", "??", "!", "!?"]),
        '.' => text[..^1] + dice.Pick(["!", "!!", "..."]),
        _ => text,
    };

    private string Emoji(Want want, Dice dice)
    {
        var emoji = dice.Pick(script.Of("emoji " + want.ToString().ToLowerInvariant(), "any"));
        return dice.Chance(0.2) ? string.Concat(Enumerable.Repeat(emoji, 2 + dice.Below(2))) : emoji;
    }

    private static Dictionary<string, string> Pairs(Script script, string section) =>
        script.Of(section, "en").Select(line => line.Split(" > ")).ToDictionary(pair => pair[0], pair => pair[1]);

    // handles, hashtags, links and markup are no words
    [GeneratedRegex(@"(?<keep>\S*[@#<>{}/%]\S*)|(?<word>\p{L}[\p{L}'’]*)")]
    private static partial Regex Word();
}
