namespace EngageBot.People;

/// <summary>How somebody likes their desk, on whichever browser.</summary>
/// <param name="Language">ISO 639; null takes what the browser asks for.</param>
/// <param name="Keys">Verb and key, only where it differs from the shipped one.</param>
/// <param name="KeysRest">No key does anything by itself: for those who speak to their machine, or whose hand slips.</param>
/// <param name="Sound">New mentions are heard.</param>
/// <param name="Notices">What the browser may tell of new mentions while another page is in view.</param>
public sealed record Preferences(string? Language, IReadOnlyDictionary<string, string> Keys, bool KeysRest, bool Sound, Notices Notices)
{
    /// <summary>Ways to look at the queue that they come back to, in their order.</summary>
    public IReadOnlyList<KeptView> Views { get; init; } = [];

    public static Preferences None { get; } = new(null, new Dictionary<string, string>(), KeysRest: false, Sound: false, Notices.Off);
}

/// <summary>A way to look at the queue, by name.</summary>
/// <param name="Query">The query of its address.</param>
public sealed record KeptView(string Name, string Query)
{
    public const int LongestName = 40;
}

/// <summary>How much of a new mention leaves the page.</summary>
public enum Notices
{
    Off,

    /// <summary>That something came, and from whom.</summary>
    Names,

    /// <summary>What they wrote as well.</summary>
    Words,
}
