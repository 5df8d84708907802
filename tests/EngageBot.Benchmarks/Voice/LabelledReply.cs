using System.Security.Cryptography;
using System.Text;

namespace EngageBot.Benchmarks.Voice;

/// <summary>One line of <c>replies.tsv</c>: <c>label⇥kind⇥language⇥mention⇥reply</c>.</summary>
/// <param name="Warn">A careful colleague would not let it go out as it is.</param>
/// <param name="Mention">What it answers; null for none.</param>
internal sealed record LabelledReply(bool Warn, string Kind, string Language, string? Mention, string Text)
{
    private const int Fields = 5;

    /// <summary>The half that rules are tuned on; the other is only measured. By a hash of the reply, so that no hand is in it.</summary>
    public bool IsForTuning => SHA256.HashData(Encoding.UTF8.GetBytes(Text))[0] % 2 == 0;

    public static IReadOnlyList<LabelledReply> Read(string file) => [.. File.ReadLines(file).Select(Parse)];

    private static LabelledReply Parse(string line) => line.Split('\t') is { Length: Fields } fields
        ? new LabelledReply(fields[0] == "warn", fields[1], fields[2], fields[3].Length == 0 ? null : fields[3], fields[4])
        : throw new FormatException($"Not label, kind, language, mention, reply: {line}");
}
