using EngageBot.Language;
using EngageBot.Library;
using EngageBot.Model;

namespace EngageBot.Drafting.Rewording;

/// <summary>The organisation's words that a rewording may draw on.</summary>
internal static class RewordingSources
{
    /// <summary>What the library entries behind a wording say.</summary>
    public static IReadOnlyList<string> Behind(Wording wording, LibrarySnapshot words) =>
    [
        .. words.Answers.Where(answer => wording.Sources.Contains(answer.Id)).SelectMany(answer => new[] { answer.Text, answer.Link ?? "" }),
        .. words.Snippets.Where(snippet => wording.Sources.Contains(snippet.Id)).SelectMany(snippet => new[] { snippet.Text, snippet.Teller }),
    ];

    /// <summary>Words that stand in small letters somewhere in the library.</summary>
    public static IReadOnlySet<string> Common(LibrarySnapshot words) =>
        words.Answers.Select(answer => answer.Text).Concat(words.Snippets.Select(snippet => snippet.Text))
            .SelectMany(text => Tokenizer.Split(text).Where(token => token.Kind == TokenKind.Word && char.IsLower(text[token.Start])))
            .Select(token => token.Text)
            .ToHashSet(StringComparer.Ordinal);
}
