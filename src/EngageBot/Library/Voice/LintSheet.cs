namespace EngageBot.Library.Voice;

// What voice.yaml may say for the lint, as YAML names it with underscores.

internal sealed class LintSheet
{
    public int WarnBelow { get; init; } = LintRules.UsualWarning;

    public int BlockBelow { get; init; } = LintRules.UsualBlock;
}

internal sealed class WordSheet
{
    public List<string> Use { get; init; } = [];

    public List<string> Never { get; init; } = [];
}

internal sealed class OfferSheet
{
    public string Name { get; init; } = "";

    public List<string> Words { get; init; } = [];

    public string? ValidUntil { get; init; }

    public int Left { get; init; }
}
