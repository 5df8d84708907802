using System.Text;
using System.Text.RegularExpressions;
using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Drafting.Rewording;

/// <summary>Keeps people out of what a language model gets to read: names, handles, addresses and links become stand-ins, and ours are put back.</summary>
internal sealed partial class Disguise(Person author)
{
    private const int ShortestName = 2;

    private readonly IReadOnlyList<(string Secret, string StandIn)> secrets =
    [
        ($"@{author.Handle}", "[handle]"),
        .. new[] { (author.Name, "[name]"), (FirstName.Of(author), "[first name]") }.Where(pair => pair.Item1.Length >= ShortestName),
    ];

    /// <summary>Their words without who they are, whom they name and where they point.</summary>
    public string Theirs(string text)
    {
        var hidden = new StringBuilder();
        var end = 0;
        // an address first: its second half would be taken for a link
        var plain = Address().Replace(text, "[address]");
        foreach (var token in Tokenizer.Split(plain).Where(token => token.Kind is TokenKind.Handle or TokenKind.Link))
        {
            hidden.Append(plain, end, token.Start - end).Append(token.Kind == TokenKind.Handle ? "@someone" : "[link]");
            end = token.End;
        }
        return LongNumber().Replace(Ours(hidden.Append(plain, end, plain.Length - end).ToString()), "[number]");
    }

    /// <summary>Our words without whom they speak to.</summary>
    public string Ours(string text) => secrets.Aggregate(text, (hidden, pair) => Whole(pair.Secret).Replace(hidden, _ => pair.StandIn));

    /// <summary>Puts the stand-ins back that stood in our words; any other stays as it is.</summary>
    public string Undo(string text, string ours) =>
        secrets.Where(pair => Ours(ours).Contains(pair.StandIn, StringComparison.Ordinal))
            .Aggregate(text, (shown, pair) => shown.Replace(pair.StandIn, pair.Secret, StringComparison.OrdinalIgnoreCase));

    private static Regex Whole(string secret) => new($@"(?<!\w){Regex.Escape(secret)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"\+?\d[\d ()/.-]{6,}\d", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
