namespace EngageBot.Library;

/// <summary>Whether an entry may be said on a day.</summary>
public enum EntryState
{
    /// <summary>Yes.</summary>
    Live,

    /// <summary>Yes, but not for long.</summary>
    EndsSoon,

    /// <summary>Not yet.</summary>
    Embargoed,

    /// <summary>No longer.</summary>
    Expired,
}

/// <summary>From when until when an entry may be said; both days count.</summary>
public readonly record struct Term(DateOnly? From, DateOnly? Until)
{
    private const int SoonDays = 7;

    public static Term Of(object? content) => content switch
    {
        Answer answer => new Term(answer.ValidFrom, answer.ValidUntil),
        Snippet snippet => new Term(snippet.EmbargoUntil, snippet.Expires),
        _ => default,
    };

    public EntryState On(DateOnly day) =>
        day > Until ? EntryState.Expired
        : day < From ? EntryState.Embargoed
        : day.AddDays(SoonDays) >= Until ? EntryState.EndsSoon
        : EntryState.Live;
}
