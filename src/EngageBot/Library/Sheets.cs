using EngageBot.Library.Voice;

namespace EngageBot.Library;

// The keys that the files may have, as YAML names them with underscores; any other key is an error.

internal sealed class AnswerSheet
{
    public string? Question { get; init; }

    public List<string> Also { get; init; } = [];

    public List<string> Not { get; init; } = [];

    public string? Link { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidUntil { get; init; }

    public List<string> Tags { get; init; } = [];

    public string? Owner { get; init; }

    public string Language { get; init; } = "en";
}

internal sealed class SnippetSheet
{
    public string? Teller { get; init; }

    public string? About { get; init; }

    public List<string> Topics { get; init; } = [];

    public List<string> Asks { get; init; } = [];

    public string? EmbargoUntil { get; init; }

    public string? Expires { get; init; }

    public string? Picture { get; init; }

    public string? Alt { get; init; }

    public string Language { get; init; } = "en";
}

internal sealed class ReplySheet
{
    public string? For { get; init; }

    public List<string> About { get; init; } = [];

    public string? Turn { get; init; }

    public string? Talker { get; init; }

    public string? Time { get; init; }

    public string Language { get; init; } = "en";
}

internal sealed class VoiceSheet
{
    public string TimeZone { get; init; } = "UTC";

    public string SignOff { get; init; } = "";

    public string? Curtain { get; init; }

    public List<string> Shows { get; init; } = [];

    public Dictionary<string, GreetingSheet> Greetings { get; init; } = [];

    public LintSheet Lint { get; init; } = new();

    public WordSheet Words { get; init; } = new();

    public List<OfferSheet> Offers { get; init; } = [];
}

internal sealed class GreetingSheet
{
    public string Morning { get; init; } = "";

    public string Afternoon { get; init; } = "";

    public string Evening { get; init; } = "";
}
