using System.Text;

namespace EngageBot.Drafting;

/// <summary>Smooths what empty gaps leave behind.</summary>
internal static class Typography
{
    /// <summary>Single blanks, none before a comma, and a capital at the start.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
                tidy.Append(letter);
            else if (tidy.Length > 0 && tidy[^1] != ' ')
                tidy.Append(' ');
            if (letter is ',' or '.' && tidy.Length > 1 && tidy[^2] == ' ')
                tidy.Remove(tidy.Length - 2, 1);
        }
        while (tidy.Length > 0 && tidy[^1] == ' ')
            tidy.Length--;
        if (tidy.Length > 0)
            tidy[0] = char.ToUpperInvariant(tidy[0]);
        return tidy.ToString();
    }
}
