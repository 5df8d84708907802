namespace EngageBot.Networks;

/// <summary>What came of uploading a picture; nothing of it is public, so it may always be tried again.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    /// <summary>It can be put into a reply under this id until then.</summary>
    public sealed record Uploaded(string MediaId, DateTimeOffset Until) : UploadOutcome;

    /// <summary>A passing trouble.</summary>
    /// <param name="Until">When to try again, where the network says so.</param>
    public sealed record Later(string Reason, DateTimeOffset? Until = null) : UploadOutcome;

    /// <summary>The network does not take this picture.</summary>
    public sealed record Refused(string Reason) : UploadOutcome;

    /// <summary>No reply of this account goes out until a person mends something.</summary>
    public sealed record Halted(string Reason, DateTimeOffset? Until = null) : UploadOutcome;
}
