using System.Text.RegularExpressions;

namespace EngageBot.Sandbox.Followers;

/// <summary>Makes a sentence of a line: picks from <c>[this|that]</c> and fills <c>{slots}</c>.</summary>
internal sealed partial class Grammar(Script script, string accountHandle)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /// <summary><paramref name="remembered"/> names what the talk is about already: a slot that can, says it again.</summary>
    public string Speak(string line, string language, Dice dice, string remembered = "")
    {
        var used = new HashSet<string>();
        var text = line;
        while (true)
        {
            var next = Choice().Replace(text, match => dice.Pick(match.Groups[1].Value.Split('|')));
            next = Slot().Replace(next, match => Fill(match.Groups[1].Value, language, dice, used, remembered));
            if (next == text)
                return Spaces().Replace(text, " ").Trim();
            text = next;
        }
    }

    private string Fill(string slot, string language, Dice dice, HashSet<string> used, string remembered)
    {
        if (slot == "us")
            return "@" + accountHandle;
        if (slot == "code")
            return string.Concat(Enumerable.Range(0, 7).Select(_ => Letters[dice.Below(Letters.Length)]));
        var values = script.Of("slot " + slot, language);
        if (values.Count == 0)
            throw new InvalidOperationException($"A line for '{language}' has the slot '{slot}', which no file fills.");
        var value = values.FirstOrDefault(value => remembered.Contains(value, StringComparison.OrdinalIgnoreCase) && !used.Contains(value))
            ?? dice.Pick(values);
        for (var again = 0; again < 5 && used.Contains(value); again++)
            value = dice.Pick(values);
        used.Add(value);
        return value;
    }

    [GeneratedRegex(@"\[([^\[\]]*)\]")]
    private static partial Regex Choice();

    // a name without blanks: Liquid in a hostile line stays as it is
    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
