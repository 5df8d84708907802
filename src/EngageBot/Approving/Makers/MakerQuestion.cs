namespace EngageBot.Approving.Makers;

/// <summary>A question to somebody who knows: they answer by a link, without an account.</summary>
/// <param name="Maker">Whom we asked, by first name.</param>
/// <param name="Trade">What they do; may be empty.</param>
/// <param name="Note">What we already know, for the maker.</param>
/// <param name="Asked">What followers asked, in their words; empty once it is gone.</param>
public sealed record MakerQuestion(
    string Id, string Maker, string Trade, string Note, string AskedBy, DateTimeOffset AskedAt, DateTimeOffset? RemindedAt, DateTimeOffset ExpiresAt,
    MakerState State, DateTimeOffset? ClosedAt, IReadOnlyList<AskedMention> Asked)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    /// <summary>As the maker signs; null until they have answered.</summary>
    public string? FirstName { get; init; }

    /// <summary>The maker's own words; null until they have answered.</summary>
    public string? Words { get; init; }

    /// <summary>The words may be told as a backstage snippet.</summary>
    public bool Consent { get; init; }

    /// <summary>The library file that keeps them; null while none does.</summary>
    public string? Snippet { get; init; }

    /// <summary>How replies name them: <c>Mara, wardrobe</c>.</summary>
    public string Signature => Signed(FirstName ?? Maker);

    /// <summary>Whom we asked, as colleagues know them.</summary>
    public string Whom => Signed(Maker);

    /// <summary>Two days without an answer, since we asked or reminded them.</summary>
    public bool IsLate(DateTimeOffset now) => State == MakerState.Open && now - (RemindedAt ?? AskedAt) > Patience;

    /// <summary>The link has run out.</summary>
    public bool IsOver(DateTimeOffset now) => State == MakerState.Open && ExpiresAt <= now;

    private string Signed(string name) => Trade.Length == 0 ? name : $"{name}, {Trade}";
}

/// <summary>A mention that a question came from.</summary>
public sealed record AskedMention(string MentionId, string Handle, string Plain, string Language);

/// <summary>Where a question to a maker stands.</summary>
public enum MakerState
{
    /// <summary>Nobody has answered yet.</summary>
    Open,

    /// <summary>The maker has answered.</summary>
    Answered,

    /// <summary>A colleague has taken it back.</summary>
    TakenBack,

    /// <summary>What it asks was deleted, or its author wants no answer.</summary>
    Gone,
}
