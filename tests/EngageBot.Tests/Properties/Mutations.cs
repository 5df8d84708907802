using CsCheck;

namespace EngageBot.Tests.Properties;

/// <summary>Texts that are nearly right: they come further into a parser than chance does, and then they are wrong.</summary>
internal static class Mutations
{
    private static readonly string[] Scraps =
    [
        "", "\0", "\uD800", "\uDFFF", "\u202E", "\uFEFF", "\r", "\n", "\n---\n", "---", "{{", "}}", "{%", "%}", "{% if %}", "[a|", "]", "[", "\"", "\\", "\\u", "\\uD800", ":", "- ", ": [", "{", "}",
        "null", "true", "-1", "1e999", "99999999999999999999", "9999-99-99", "0001-01-01", "&a", "*a", "!!str", "@pia", "#tag", "https://", "msgid ", "msgstr[9] ", "msgid_plural \"", "{0", "{9}", "|", "\t", "e\u0301\u0301\u0301", "👩‍👩‍👧‍👦", "is:", "from:@", "\"a",
    ];

    private static readonly Gen<(int Where, int Length, string Scrap)> Change =
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 12], Gen.Frequency((4, Gen.Int[0, Scraps.Length - 1].Select(place => Scraps[place])), (1, Gen.String[0, 8])));

    /// <summary>One of these with a few places cut out and something else put there.</summary>
    public static Gen<string> Of(params string[] right) =>
        Gen.Select(Gen.Int[0, right.Length - 1].Select(place => right[place]), Change.List[0, 4], (text, changes) => changes.Aggregate(text, (made, change) =>
        {
            var where = change.Where % (made.Length + 1);
            return string.Concat(made.AsSpan(0, where), change.Scrap, made.AsSpan(Math.Min(made.Length, where + change.Length)));
        }));

    /// <summary>The bytes with a few of them changed, or cut off.</summary>
    public static Gen<byte[]> Of(byte[] right) =>
        Gen.Select(Gen.Select(Gen.Int[0, right.Length - 1], Gen.Byte).List[1, 20], Gen.Frequency((3, Gen.Const(right.Length)), (1, Gen.Int[0, right.Length])), (changes, length) =>
        {
            var made = (byte[])right.Clone();
            foreach (var (where, value) in changes)
                made[where] = value;
            return made[..length];
        });
}
